import { availableParallelism, loadavg } from 'node:os';
import { engineVersion } from '@infra/local/dynamodb';

/** What the figures were taken on: without it they compare with nothing. */
export function machineLine(): string {
  const load = loadavg()
    .map(average => average.toFixed(2))
    .join(' ');
  return `Node ${process.versions.node}, DynamoDB Local ${engineVersion()}, ${availableParallelism()} cores, load ${load}`;
}
