import { askedBy } from '../../../functions/core/envelope/officers-event.ts';
import type { FlagChange } from '../../../functions/core/flags/history.ts';
import { isInForce } from '../../../schemas/flag-life.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import { officersSource } from '../../../schemas/officers.ts';
import { each, type Invariant } from './invariant.ts';

export const decidedAsSeen: Invariant = {
  name: 'decided as seen',
  says: 'A decision is taken of the very version that the officer saw.',
  breaches({ hub, records }) {
    const changes = records.flatMap(({ change }): FlagChange[] => (change === undefined ? [] : [change]));
    return each(hub.answered, ({ input, answer, idempotencyKey = '', seenVersion }) => {
      if (input.does !== 'decides' || answer.status >= 300 || seenVersion === undefined) return undefined;
      const { eventId } = askedBy(input.decision.officer, idempotencyKey, {});
      const version = changes.find(({ events }) => events.includes(eventId))?.before?.version;
      return version === seenVersion
        ? undefined
        : `${input.id} saw version ${seenVersion} and decided about version ${version}`;
    });
  },
};

export const secondPersonAgrees: Invariant = {
  name: 'a second person agrees',
  says: 'Of what needs a second person nothing is in force fully that one officer alone says.',
  breaches: ({ flags, timeline }) =>
    each(flags, ({ id, on, code, state, sources }) => {
      const isOfficersOwn = sources.every(source => source === officersSource);
      if (!isOfficersOwn || !flagDefinition(code).secondPerson || state === 'pending-approval')
        return undefined;
      if (!isInForce({ state })) return undefined;
      const said = timeline.flatMap(({ event }) =>
        event.subject === on && 'code' in event.data && event.data.code === code ? [event] : [],
      );
      const raisers = said.flatMap(({ data }) => ('raisedBy' in data ? (data.raisedBy?.officer ?? []) : []));
      const approvers = said.flatMap(({ type, data }) =>
        type === 'housing.flag.approved.v1' && 'decidedBy' in data ? [data.decidedBy.officer] : [],
      );
      return raisers.some(raiser => approvers.some(approver => approver !== raiser))
        ? undefined
        : `${id} is ${state}, raised by ${raisers} and approved by ${approvers}`;
    }),
};

export const decisionsAreArchived: Invariant = {
  name: 'decisions are archived',
  says: 'What officers decided is in the archive, unless the stream forgot it.',
  breaches({ hub: { world }, timeline, struck }) {
    if (struck('stream trimmed')) return [];
    const archived = new Set(world.bus.archive.map(({ detail }) => detail.id as string));
    return each(timeline, ({ event: { id, source } }) =>
      source !== officersSource || archived.has(id)
        ? undefined
        : `${id} was decided and is not in the archive`,
    );
  },
};
