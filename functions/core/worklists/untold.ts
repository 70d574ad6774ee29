import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { type Team, teamSchema } from '../../../schemas/teams.ts';
import { isListed, type ListViewer } from './worklist.ts';

type Untold = Pick<Flag, 'id' | 'code' | 'since'>;

/** How many people a team still has to inform that they are marked. */
export interface Outstanding {
  team: Team;
  count: number;
  /** The longest outstanding, the oldest first. */
  longest: Untold[];
}

/** How many of each team's are named. */
export const untoldNamed = 20;

/**
 * Of which flags nobody has informed the person, nor said why not, by the team that owns them; the team with the oldest first.
 * @param flags all of them, in any order: no more are kept at once than are named
 */
export async function untoldByTeam(
  flags: AsyncIterable<Flag>,
  viewer: ListViewer,
  at: Instant,
): Promise<Outstanding[]> {
  const teams = new Map(teamSchema.options.map(team => [team, { count: 0, longest: [] as Untold[] }]));
  for await (const flag of flags) {
    if (!isListed(viewer, 'untold', flag, at)) continue;
    const own = teams.get(flagDefinition(flag.code).owner);
    if (own === undefined) continue;
    own.count += 1;
    const { id, code, since } = flag;
    own.longest = [...own.longest, { id, code, since }].sort(oldestFirst).slice(0, untoldNamed);
  }
  const outstanding = [...teams].flatMap(([team, own]) => (own.count === 0 ? [] : [{ team, ...own }]));
  return outstanding.sort((a, b) => compare(oldestOf(a), oldestOf(b)));
}

function oldestOf({ longest }: Outstanding): string {
  return longest[0]?.since ?? '';
}

function oldestFirst(a: Untold, b: Untold): number {
  return compare(`${a.since} ${a.id}`, `${b.since} ${b.id}`);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
