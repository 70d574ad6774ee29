import assert from 'node:assert/strict';
import type { Look } from '../expectation.ts';
import type { TimelineEntry } from '../officer.ts';
import type { Shown } from '../team-systems/flag-board.ts';
import type { TeamSystem } from '../team-systems/team-systems.ts';
import { flat } from './places.ts';

/** Every team's own system shows the flag on each of the homes, and so does the API. */
export async function everywhere(look: Look, code: string, ...homes: string[]): Promise<void> {
  for (const uprn of homes) {
    for (const team of look.teams) shownBy(team, code, uprn);
    const { flags } = await look.officer('manager').property(uprn);
    assert.ok(
      flags.some(flag => flag.code === code),
      `the API does not show ${code} on ${uprn}: ${codesOf(flags)}`,
    );
  }
}

/** No team's system shows the flag on any of the homes any more, and neither does the API. */
export async function nowhere(look: Look, code: string, ...homes: string[]): Promise<void> {
  for (const uprn of homes) {
    for (const team of look.teams) {
      const still = team.shownAt(uprn).some(shown => shown.code === code);
      assert.ok(!still, `${team.system} still shows ${code} on ${uprn}`);
    }
    const { flags } = await look.officer('manager').property(uprn);
    assert.ok(!flags.some(flag => flag.code === code), `the API still shows ${code} on ${uprn}`);
  }
}

/** The flag as a team's own system shows it on a home. */
export function shownBy(team: TeamSystem, code: string, uprn: string): Shown {
  const shown = team.shownAt(uprn);
  const found = shown.find(one => one.code === code);
  assert.ok(found, `${team.system} does not show ${code} on ${uprn}: it shows ${codesOf(shown)}`);
  return found;
}

/** The system of one team. */
export function teamOf(look: Look, system: string): TeamSystem {
  const team = look.teams.find(one => one.system === system);
  assert.ok(team, `there is no system ${system}`);
  return team;
}

/** The one entry that happened at a moment; the moment is given as the story gives it. */
export function entryAt(entries: readonly TimelineEntry[], type: string, happened: string): TimelineEntry {
  const at = new Date(happened).toISOString();
  const found = entries.filter(entry => entry.happenedAt === at && entry.type === `housing.${type}.v1`);
  const [entry] = found;
  assert.ok(entry && found.length === 1, `${found.length} entries ${type} at ${at}`);
  return entry;
}

const visitTypes = new Set([
  'housing.repair.attended.v1',
  'housing.repair.no-access-recorded.v1',
  'housing.visit.carried-out.v1',
  'housing.visit.access-attempted.v1',
]);

/** Every visit to the flats in the story, whichever team made it. */
export async function visitsIn(look: Look, flats: readonly number[]): Promise<TimelineEntry[]> {
  const timelines = await Promise.all(flats.map(number => look.officer('manager').timeline(flat(number))));
  return timelines.flat().filter(({ type }) => visitTypes.has(type));
}

function codesOf(flags: readonly { code: string }[]): string {
  return flags.map(({ code }) => code).join(', ') || 'no flag';
}
