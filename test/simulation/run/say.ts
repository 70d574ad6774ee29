import type { Run } from './run-seed.ts';
import type { Schedule } from './shrink.ts';

const mostFound = 3;

/** What is wrong with a seed, and the short schedule by which it comes about. */
export function failureLines({ invariant, run }: Schedule): string[] {
  const breach = run.breaches.find(one => one.invariant === invariant);
  return [
    `seed ${run.seed} breaks “${invariant}”: ${breach?.says}`,
    ...(breach?.found ?? []).slice(0, mostFound).map(found => `  ${found}`),
    `  It takes ${run.inputs.length} events and ${run.struck.length} faults:`,
    ...run.inputs.map(({ id, at, says }) => `    ${minutesOf(at)} ${id}: ${says}`),
    ...run.struck.map(({ id, says }) => `    fault: ${says} (${id})`),
    `  npm run simulate -- --seed ${run.seed} --show`,
  ];
}

function minutesOf(milliseconds: number): string {
  return `${(milliseconds / 60_000).toFixed(1).padStart(7)} min`;
}

/** A call of a function to a service: of no interest to whoever wants to know what happened to messages. */
const call = / (dynamodb|sqs|eventbridge|s3|secretsmanager) [A-Za-z]+: \d{3}$/;

/** A run, told message by message. */
export function storyLines(run: Run, withCalls: boolean): string[] {
  return withCalls ? [...run.trace] : run.trace.filter(line => !call.test(line));
}
