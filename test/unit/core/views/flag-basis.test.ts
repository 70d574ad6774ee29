import { expect, it } from 'vitest';
import type { FlagRow, Row } from '../../../../functions/core/record/row.ts';
import { flagWithBasis } from '../../../../functions/core/views/flag-basis.ts';
import type { Viewer } from '../../../../functions/core/views/need-to-know.ts';
import type { Classification } from '../../../../schemas/envelope.ts';
import type { CalendarDate, SystemName } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const stamp = (at: string) => ({ at: instant(at), rank: 0, id: at });
const said = (system: string, at: string, classification?: Classification): FlagRow => ({
  ...{ row: 'flag', code: 'asbestos', system: system as SystemName },
  firstAsserted: { ...stamp(at), value: true },
  lastAsserted: {
    ...stamp(at),
    value: {
      localCode: 'A',
      assertedBy: 'A surveyor',
      agreement: { kind: 'consent', givenOn: '2025-01-01' as CalendarDate },
      ...(classification === undefined ? {} : { basis: { text: `by ${system}`, classification } }),
    },
  },
});
const asbestos = flagOf('asbestos');
const viewer = (team: Team): Viewer => ({ teams: [team], teamOfSystem: () => undefined });
const manager = viewer('management');

it('says who said so and why, the earliest first', () => {
  const rows = [
    said('repairs', '2025-02-01T09:00:00Z', 'operational'),
    said('leaks', '2025-01-01T09:00:00Z'),
  ];
  for (const some of [rows, rows.toReversed()])
    expect(flagWithBasis(asbestos, some, manager).answer).toMatchObject({
      code: 'asbestos',
      basis: [
        { system: 'leaks', since: '2025-01-01T09:00:00.000Z', localCode: 'A', basis: undefined },
        { system: 'repairs', assertedBy: 'A surveyor', basis: 'by repairs', agreement: { kind: 'consent' } },
      ],
    });
});

it('leaves out who took it back, who never said so, and rows of anything else', () => {
  const { firstAsserted: _first, lastAsserted: _last, ...never } = said('tenancy', '2025-01-01T09:00:00Z');
  const back: FlagRow = {
    ...said('leaks', '2025-01-01T09:00:00Z'),
    lastWithdrawn: { ...stamp('2025-01-02T09:00:00Z'), value: true },
  };
  const decisions: Row = { row: 'decisions', code: 'asbestos', heard: {}, decided: {} };
  const half: FlagRow = { ...never, firstAsserted: { ...stamp('2025-01-01T09:00:00Z'), value: true } };
  expect(flagWithBasis(asbestos, [never, half, back, decisions], manager).answer.basis).toEqual([]);
});

it('discloses something of a person’s flag by any basis, and of a building’s by a personal text alone', () => {
  const person = flagOf('do-not-visit-alone');
  const bare = said('leaks', '2025-01-01T09:00:00Z');
  const about = (flag: { on: string }) => [{ about: flag.on, detail: 'flag-basis' }];
  expect(flagWithBasis(person, [bare], manager).disclosed).toEqual(about(person));
  expect(flagWithBasis(person, [], manager).disclosed).toEqual([]);
  expect(flagWithBasis(asbestos, [bare], manager).disclosed).toEqual([]);
  expect(
    flagWithBasis(asbestos, [said('leaks', '2025-01-01T09:00:00Z', 'operational')], manager).disclosed,
  ).toEqual([]);
  const personal = said('leaks', '2025-01-01T09:00:00Z', 'personal');
  expect(flagWithBasis(asbestos, [bare, personal], manager).disclosed).toEqual(about(asbestos));
});

it('withholds what is written of people under a building’s flag, says so, and discloses nothing then', () => {
  const rows = [said('tenancy', '2025-01-01T09:00:00Z', 'special-category')];
  const forRepairs = flagWithBasis(asbestos, rows, viewer('repairs'));
  expect(forRepairs.answer.basis).toMatchObject([{ basis: undefined, basisWithheld: true }]);
  expect(forRepairs.disclosed).toEqual([]);
  const [forOwner] = flagWithBasis(asbestos, rows, viewer('surveying')).answer.basis;
  expect(forOwner).toMatchObject({ basis: 'by tenancy', basisWithheld: undefined });
  expect(
    flagWithBasis(asbestos, [said('leaks', '2025-01-01T09:00:00Z')], viewer('repairs')).answer,
  ).toMatchObject({
    basis: [{ basisWithheld: undefined }],
  });
});
