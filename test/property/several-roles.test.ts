import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../functions/core/record/subject-record.ts';
import { livingFlagFor } from '../../functions/core/views/flag-view.ts';
import {
  flagFor,
  mayRead,
  maySeeBasis,
  maySeeFlag,
  maySeeNames,
  type Viewer,
} from '../../functions/core/views/need-to-know.ts';
import { isListed, worklistSchema } from '../../functions/core/worklists/worklist.ts';
import { classificationSchema } from '../../schemas/envelope.ts';
import { flagStateSchema } from '../../schemas/flag-life.ts';
import { type Flag, flagDefinitions } from '../../schemas/flags.ts';
import { type Team, teamSchema } from '../../schemas/teams.ts';
import { runs } from '../support/effort.ts';
import { instant } from '../support/events.ts';
import { flagOf } from '../support/flags.ts';

const at = instant('2025-07-02T10:00:00Z');
const systems: Record<string, Team> = { repairs: 'repairs', leaks: 'leaks', tenancy: 'resident-services' };
const viewer = (...teams: Team[]): Viewer => ({ teams, teamOfSystem: system => systems[system] });

const someTeams = fc.uniqueArray(fc.constantFrom(...teamSchema.options), { minLength: 1, maxLength: 4 });
const changes: readonly Partial<Flag>[] = [
  {},
  { conflict: { deniedBy: ['leaks'], since: at } },
  { personTold: 'informed' },
];
const someFlag = fc
  .record({
    code: fc.constantFrom(...flagDefinitions.map(({ code }) => code)),
    state: fc.constantFrom(...flagStateSchema.options),
    change: fc.constantFrom(...changes),
  })
  .map(({ code, state, change }) => flagOf(code, { state, ...change }));
const someSystem = fc.constantFrom(...Object.keys(systems), 'of-nobody');

/** What somebody may see of a flag, name by name. */
function seenOf(by: Viewer, flag: Flag, system: string): string[] {
  const record = emptyRecord(flag.on);
  const may = {
    names: maySeeNames(by),
    flag: maySeeFlag(by, flag.code),
    basis: maySeeBasis(by, flag),
    ...Object.fromEntries(
      classificationSchema.options.map(one => [one, mayRead(by, { classification: one }, system)]),
    ),
    ...Object.fromEntries(worklistSchema.options.map(list => [list, isListed(by, list, flag, at)])),
  };
  return [
    ...Object.entries(may).flatMap(([name, allowed]) => (allowed ? [name] : [])),
    ...Object.keys(flagFor(by, flag) ?? {}).map(field => `flag.${field}`),
    ...Object.keys(livingFlagFor(by, flag, record) ?? {}).map(field => `living.${field}`),
  ].toSorted();
}

describe('somebody with several roles', () => {
  it('sees what any of them sees, and nothing that none of them does', () => {
    fc.assert(
      fc.property(someTeams, someFlag, someSystem, (teams, flag, system) => {
        const each = new Set(teams.flatMap(team => seenOf(viewer(team), flag, system)));
        expect(seenOf(viewer(...teams), flag, system)).toEqual([...each].toSorted());
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('without a role sees nothing but what is no personal data', () => {
    fc.assert(
      fc.property(someFlag, someSystem, (flag, system) => {
        expect(seenOf(viewer(), flag, system)).toEqual(['operational']);
      }),
    );
  });
});
