import type { After } from './after.ts';

/** What comes about in a world, by a name. A simulation in which something of this never does says nothing of it. */
export const happenings: Readonly<Record<string, (after: After) => number>> = {
  'dead letter: refused for good': after => reasoned(after, /^answered/),
  'dead letter: not delivered for five days': after => reasoned(after, /^not delivered/),
  'dead letter: received too often': ({ hub: { world } }) =>
    world.deadLetters.filter(
      ({ queue, message }) => queue.endsWith('-dead-letters') && message.attributes?.reason === undefined,
    ).length,
  'kept: invalid': after => kept(after, 'invalid'),
  'kept: unmatched': after => kept(after, 'unmatched'),
  'kept: amended': after => kept(after, 'amended'),
  'kept: never raised': after => kept(after, 'never-raised'),
  'sent on by an officer': ({ quarantine }) => quarantine.filter(item => isResolved(item, 'officer')).length,
  'sent on by the hub': ({ quarantine }) => quarantine.filter(item => isResolved(item, 'because')).length,
  'came back to quarantine': ({ quarantine }) =>
    quarantine.filter(({ state, resolutions = [] }) => state === 'waiting' && resolutions.length > 0).length,
  'decision taken': ({ hub }) =>
    hub.answered.filter(({ input, answer }) => input.does === 'decides' && answer.status < 300).length,
  'decision refused': ({ hub }) =>
    hub.answered.filter(({ input, answer }) => input.does === 'decides' && answer.status >= 400).length,
  'review due': ({ committed }) => stated(committed, 'review-due'),
  'review overdue': ({ committed }) => stated(committed, 'review-overdue'),
  'cleared: expired': ({ committed }) => cleared(committed, 'expired'),
  'cleared: withdrawn': ({ committed }) => cleared(committed, 'withdrawn'),
  'cleared: decided': ({ committed }) => cleared(committed, 'decided'),
  'file done': ({ files }) => files.filter(({ state }) => state === 'done').length,
  'moved out of the table': ({ moved }) => moved.length,
  'drift found': ({ driftBefore }) => driftBefore.filter(({ fields }) => fields['missing'] !== 0).length,
};

function reasoned({ hub: { world } }: After, pattern: RegExp): number {
  return world.deadLetters.filter(({ message }) =>
    pattern.test(message.attributes?.reason?.StringValue ?? ''),
  ).length;
}

function kept({ quarantine }: After, reason: string): number {
  return quarantine.filter(item => item.reason === reason).length;
}

function isResolved({ state, resolutions = [] }: After['quarantine'][number], by: string): boolean {
  return state === 'resubmitted' && resolutions.at(-1)?.by?.[by] !== undefined;
}

function stated(committed: After['committed'], state: string): number {
  return committed.filter(({ data }) => data.flag.state === state).length;
}

function cleared(committed: After['committed'], reason: string): number {
  return committed.filter(({ data }) => (data as { reason?: string }).reason === reason).length;
}
