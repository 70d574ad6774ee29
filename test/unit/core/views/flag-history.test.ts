import { expect, it } from 'vitest';
import { decisionsView, flagChangeView } from '../../../../functions/core/views/flag-history.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { eventOf, instant, mrB } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';
import { flagOf } from '../../../support/flags.ts';

const at = instant('2025-06-02T09:00:00Z');
const viewer = (team: Team) => ({ teams: [team], teamOfSystem: () => undefined });
const said = (code: 'do-not-visit-alone' | 'safe-contact') =>
  eventOf({
    ...{ type: 'housing.flag.asserted.v1', system: 'tenancy', at, persons: [mrB] },
    data: { code, localCode: 'CV', basis: { text: 'THE BASIS', classification: 'personal' } },
  });
const behind = said('do-not-visit-alone');
const items = [behind, said('safe-contact')].map(event => ({ event, role: 'person' as const }));
const change = {
  ...{ flag: { code: 'do-not-visit-alone' as const }, version: 3, at, reason: 'withdrawn' as const },
  before: flagOf('do-not-visit-alone', { conflict: { deniedBy: ['leaks'], since: at } }),
  events: [behind.id],
};

it('says how a flag was and became, and shows the events behind it alone', () => {
  const { answer, disclosed } = flagChangeView(change, items, viewer('management'));
  expect(answer).toMatchObject({
    ...{ version: 3, at, reason: 'withdrawn', after: undefined },
    before: { code: 'do-not-visit-alone', conflict: { deniedBy: ['leaks'] } },
    events: [{ id: behind.id, data: { basis: 'THE BASIS' } }],
  });
  expect(disclosed).toEqual([{ about: `person/${mrB}`, detail: 'flag-basis' }]);
});

it('shows each team what it may know of both', () => {
  const after = flagOf('do-not-visit-alone', { version: 3, conflict: { deniedBy: ['leaks'], since: at } });
  const { answer, disclosed } = flagChangeView({ ...change, after }, items, viewer('repairs'));
  expect(answer.before).not.toHaveProperty('conflict');
  expect(answer.after).not.toHaveProperty('conflict');
  expect(answer.after).toMatchObject({ version: 3 });
  expect(JSON.stringify(answer)).not.toContain('THE BASIS');
  expect(disclosed).toEqual([]);
});

it('leaves out an event of which the team may not know', () => {
  const hidden = { ...change, events: items.map(({ event }) => event.id) };
  expect(flagChangeView(hidden, items, viewer('repairs')).answer.events).toHaveLength(1);
});

it('lists the latest decision of each kind, the earliest first', () => {
  const decided = (when: string) => ({ at: instant(when), rank: 2, id: when, value: { by: lindqvist } });
  const [early, late] = [decided('2025-01-01T09:00:00Z'), decided('2025-02-01T09:00:00Z')];
  const shown = [
    { decision: 'reviewed', at: early.at, by: lindqvist },
    { decision: 'told', at: late.at, by: lindqvist },
  ];
  expect(decisionsView({ decided: { told: late, reviewed: early } })).toEqual(shown);
  expect(decisionsView({ decided: { reviewed: early, told: late } })).toEqual(shown);
});
