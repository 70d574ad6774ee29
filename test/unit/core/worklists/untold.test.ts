import { describe, expect, it } from 'vitest';
import { untoldByTeam, untoldNamed } from '../../../../functions/core/worklists/untold.ts';
import type { Flag, FlagCode } from '../../../../schemas/flags.ts';
import { instantOf, type PersonReference, personSubject } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const at = instant('2025-08-15T12:00:00Z');
const days = 24 * 60 * 60 * 1000;
/** A flag of somebody that has stood for so many days. */
const since = (code: FlagCode, ago: number): Flag =>
  flagOf(code, {
    on: personSubject(`tenancy:p-${ago}` as PersonReference),
    since: instantOf(Date.parse(at) - ago * days),
  });

async function* stored(flags: readonly Flag[]) {
  yield* flags;
}
const report = (team: Team, flags: readonly Flag[]) => untoldByTeam(stored(flags), { teams: [team] }, at);

describe('the report of whom nobody told', () => {
  const flags = [
    since('do-not-attend', 10),
    since('misses-appointments', 40),
    since('physical-abuse', 20),
    { ...since('do-not-attend', 90), personTold: 'informed' as const },
    { ...since('do-not-attend', 91), personTold: 'not-informed' as const },
    { ...since('do-not-attend', 92), state: 'suspended' as const },
    since('support-needed', 93),
  ];

  it('is by the team that owns them, the oldest first, with counts', async () => {
    expect(await report('management', flags)).toEqual([
      { team: 'resident-services', count: 1, longest: [named('misses-appointments', 40)] },
      {
        ...{ team: 'tenancy-enforcement', count: 2 },
        longest: [named('physical-abuse', 20), named('do-not-attend', 10)],
      },
    ]);
  });

  it('has for a team what it owns or may clear, and for others nothing', async () => {
    expect(await report('data-protection', flags)).toEqual(await report('management', flags));
    expect(await report('repairs', flags)).toEqual([]);
  });

  it('is empty when all are told', async () => expect(await report('management', [])).toEqual([]));

  it('counts all and names the longest', async () => {
    const many = Array.from({ length: 3 * untoldNamed }, (_, index) => since('do-not-attend', index + 1));
    const [team] = await report('management', many);
    expect(team?.count).toBe(3 * untoldNamed);
    expect(team?.longest.map(flag => flag.since)).toEqual(
      many
        .slice(-untoldNamed)
        .toReversed()
        .map(flag => flag.since),
    );
  });
});

function named(code: FlagCode, ago: number) {
  const { id, since: from } = since(code, ago);
  return { id, code, since: from };
}
