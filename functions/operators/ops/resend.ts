import type { Instant, SystemName } from '../../../schemas/reference.ts';
import { systems } from '../../adapters/connected.ts';
import { adapterFor } from '../../adapters/registry.ts';
import { type ResendDeps, resend } from '../../delivery/drift/resend.ts';
import type { DeadLetterQueues } from '../../shell/operations/dead-letter-queues.ts';
import { UsageError } from './arguments.ts';
import type { NamedQueue } from './hub-parts.ts';

interface Deps extends Pick<ResendDeps, 'flags' | 'presentFlags'> {
  queues: readonly NamedQueue[];
  deadLetters: Pick<DeadLetterQueues, 'sourcesOf'>;
  setOf: (system: SystemName) => Pick<ResendDeps, 'holdings' | 'writer'>;
  sendTo: (queueUrl: string) => ResendDeps['send'];
  now: () => Instant;
  print: (line: string) => void;
}

/**
 * Has a system sent everything that it is owed and does not have. Asked twice, the same lies in its queue twice, and is
 * delivered once.
 * @returns whether all of it is in the queue now.
 * @throws {UsageError} when there is no such system.
 */
export async function resendTo(deps: Deps, name: string): Promise<boolean> {
  const { queues, deadLetters, setOf, sendTo, flags, presentFlags, now, print } = deps;
  const manifest = adapterFor(name)?.manifest;
  const letters = queues.find(queue => queue.name === `${name}-outbound`);
  const [queueUrl] = letters === undefined ? [] : await deadLetters.sourcesOf(letters.url);
  if (manifest === undefined || queueUrl === undefined) {
    throw new UsageError(`There is no system ${name}; there are ${systems.join(', ')}`);
  }
  const { system, team } = manifest;
  const limit = Number.POSITIVE_INFINITY;
  const owed = { ...setOf(system), flags, presentFlags, team, now };
  const { raise, update, remove, complete } = await resend({ ...owed, limit, send: sendTo(queueUrl) });
  print(
    `${system}: ${raise} that it lacks, ${update} that it has too old, ${remove} to be cleared: in its queue`,
  );
  return complete;
}
