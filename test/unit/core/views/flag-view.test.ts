import { expect, it } from 'vitest';
import { emptyRecord, type SubjectRecord } from '../../../../functions/core/record/subject-record.ts';
import { livingFlagFor } from '../../../../functions/core/views/flag-view.ts';
import { isListed } from '../../../../functions/core/worklists/worklist.ts';
import { teamSchema } from '../../../../schemas/teams.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const proposed = flagOf('do-not-visit-alone', { state: 'proposed' });
const viewer = (team: (typeof teamSchema.options)[number]) => ({
  teams: [team],
  teamOfSystem: () => undefined,
});

it('a proposed flag is there by its id for every team that has it on its list, and not for the repairs team', () => {
  const at = instant('2025-07-02T10:00:00Z');
  const record = emptyRecord(proposed.on);
  const listed = teamSchema.options.filter(team => isListed(viewer(team), 'proposed', proposed, at));
  expect(listed).toContain('data-protection');
  expect(listed).not.toContain('repairs');
  for (const team of listed) expect(livingFlagFor(viewer(team), proposed, record), team).toBeDefined();
  expect(livingFlagFor(viewer('repairs'), proposed, record)).toBeUndefined();
});

it('a flag in force is for all who may know of it, and one that is not also for the team that proposed it, itself', () => {
  const record = emptyRecord(proposed.on);
  expect(livingFlagFor(viewer('repairs'), flagOf('do-not-visit-alone'), record)).toBeDefined();
  const raisedBy = { officer: 'o', role: 'repairs-officer', team: 'repairs' as const };
  const stamp = { at: proposed.since, rank: 0, id: 'e' };
  const held = { system: 'officers' as never, since: stamp, last: stamp };
  const of = (heldFlags: SubjectRecord['heldFlags']) =>
    livingFlagFor(viewer('repairs'), proposed, { ...record, heldFlags });
  expect(of({ one: { ...held, code: 'do-not-visit-alone', raisedBy } })).toBeDefined();
  expect(of({ one: { ...held, code: 'verbal-abuse', raisedBy } })).toBeUndefined();
  expect(of({ one: { ...held, code: 'do-not-visit-alone' } })).toBeUndefined();
});
