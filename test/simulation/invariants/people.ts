import { askedBy } from '../../../functions/core/envelope/officers-event.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import { officersSystem } from '../../../schemas/officers.ts';
import { foundWords, homes, persons, secretWords } from '../story/town.ts';
import { each, type Invariant } from './invariant.ts';

const officersSource = `${systemSourcePrefix}${officersSystem}`;

export const decisionsTakeEffectOnce: Invariant = {
  name: 'decisions take effect once',
  says: 'A decision that was answered as done is in the timeline once, and one that was refused is not.',
  breaches({ hub, timeline }) {
    const decided = timeline
      .filter(({ event }) => event.source === officersSource)
      .map(({ event }) => event.id);
    // Under a key that was used for something else another is refused, and the first is there.
    const done = new Set(
      hub.answered.flatMap(({ answer, idempotencyKey }) => (answer.status < 300 ? [idempotencyKey] : [])),
    );
    return each(hub.answered, ({ input, answer, idempotencyKey = '' }) => {
      if (input.does !== 'decides') return undefined;
      const { eventId } = askedBy(input.decision.officer, idempotencyKey, {});
      const times = decided.filter(id => id === eventId).length;
      if (answer.status < 300)
        return times === 1 ? undefined : `${input.id} was done and is there ${times} times`;
      const isThere = times > 0 && !done.has(idempotencyKey);
      return answer.status < 500 && isThere ? `${input.id} was refused and is there` : undefined;
    });
  },
};

export const nothingDecidedItself: Invariant = {
  name: 'nobody decides unasked',
  says: 'No decision is in a timeline that no officer asked for.',
  breaches({ hub, timeline }) {
    const asked = new Set(
      hub.answered.flatMap(({ input, idempotencyKey = '' }) =>
        input.does === 'decides'
          ? [askedBy(input.decision.officer, idempotencyKey, {}).eventId as string]
          : [],
      ),
    );
    return each(timeline, ({ event }) =>
      event.source === officersSource && !asked.has(event.id) ? `nobody asked for ${event.id}` : undefined,
    );
  },
};

const names = persons.map(({ name }) => name);

export const disclosuresAreAudited: Invariant = {
  name: 'disclosures are audited',
  says: 'An answer that shows anybody a name or why a flag stands has a row in the audit.',
  breaches({ hub, audit }) {
    const audited = new Set(audit.map(({ readId }) => readId));
    return each(hub.answered, ({ input, answer }) => {
      if (input.does !== 'reads' || answer.status !== 200) return undefined;
      const text = JSON.stringify(answer.body);
      const isPersonal = text.includes(secretWords) || names.some(name => text.includes(name));
      return isPersonal && !audited.has(answer.requestId)
        ? `${input.id} showed somebody and is not audited`
        : undefined;
    });
  },
};

const personal = [
  ...names,
  secretWords,
  foundWords,
  ...homes.map(({ address }) => address),
  'robin.example@',
];

export const logsHoldNobody: Invariant = {
  name: 'logs hold nobody',
  says: 'No function logs a name, an address or free text.',
  breaches: ({ hub: { world } }) =>
    each(world.logs, ({ function: by, message, fields }) => {
      const text = JSON.stringify(fields);
      const found = personal.find(words => text.includes(words));
      return found === undefined ? undefined : `${by} logs “${found}” with “${message}”`;
    }),
};

export const nothingUnforeseen: Invariant = {
  name: 'nothing unforeseen',
  says: 'No request fails for a defect, and no message is given up as one that nothing can be made of.',
  breaches: ({ hub: { world } }) =>
    each(world.logs, ({ function: by, message, fields }) =>
      ['TypeError', 'ReferenceError', 'RangeError', 'ZodError', 'SyntaxError'].includes(
        String(fields['error']),
      )
        ? `${by}: ${message} (${fields['error']})`
        : undefined,
    ),
};
