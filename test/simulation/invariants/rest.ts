import { deadLetterQueues, noticeQueues } from '../hub/plan.ts';
import { each, type Invariant } from './invariant.ts';

export const comesToRest: Invariant = {
  name: 'comes to rest',
  says: 'Within three days of the last fault nothing is left to do.',
  breaches: ({ isQuiet }) => (isQuiet ? [] : ['something still goes on']),
};

export const nothingLeft: Invariant = {
  name: 'nothing left',
  says: 'Nothing is left in any queue, nor among the dead letters once operators have put them back.',
  breaches: ({ hub: { world } }) =>
    each(world.queues.values(), ({ name, messages }) =>
      messages.length === 0 ? undefined : `${messages.length} messages are left in ${name}`,
    ),
};

export const deadLettersHaveAlarms: Invariant = {
  name: 'dead letters have alarms',
  says: 'No message becomes a dead letter but in a queue that has an alarm.',
  breaches: ({ hub: { world } }) =>
    each(world.deadLetters, ({ queue }) =>
      deadLetterQueues.includes(queue) ? undefined : `a message ended in ${queue}, and nobody is told`,
    ),
};

export const nothingDue: Invariant = {
  name: 'nothing due',
  says: 'What time alone brings was done: no record is due.',
  breaches: ({ hub, records }) =>
    each(records, ({ pk, sk, nextDueAt }) =>
      sk === 'RECORD' && Date.parse(nextDueAt) <= hub.now
        ? `${pk} has been due since ${nextDueAt}`
        : undefined,
    ),
};

export const noticesOnlyOfFailures: Invariant = {
  name: 'notices of failures',
  says: 'The readers of streams give up nothing unless their function failed for hours.',
  breaches: ({ hub: { world }, struck }) =>
    struck('stream function fails') ||
    struck('entry refused') ||
    struck('stream late') ||
    struck('stream trimmed')
      ? []
      : each(world.deadLetters, ({ queue }) =>
          (Object.values(noticeQueues) as string[]).includes(queue)
            ? `changes were given up: ${queue}`
            : undefined,
        ),
};
