import type { TeamSystem } from '../team-systems/team-systems.ts';

/** Which flags a team's system shows where: `code` and `on` name the flag, the homes are UPRNs. */
interface Showing {
  system: string;
  code: string;
  own: string;
  homes: string[];
}

/**
 * Follows what the teams' systems show, and says what changed since the last time: one line for each flag that came or
 * went, with what every team calls it. A team that is missing on a line does not show it.
 */
export function makeShownLines(
  teams: readonly TeamSystem[],
  uprns: readonly string[],
  nameOf: (subject: string) => string,
): () => string[] {
  let before = new Map<string, Showing>();
  return () => {
    const now = showingsOf(teams, uprns);
    const came = difference(now, before).map(showing => ({ ...showing, sign: '+' }));
    const went = difference(before, now).map(showing => ({ ...showing, sign: '–' }));
    before = now;
    const lines = Map.groupBy([...went, ...came], ({ sign, code, homes }) => {
      return `${sign} ${code} on ${homes.map(nameOf).join(', ')}`;
    });
    return [...lines].map(([what, all]) => {
      const words = all.map(({ system, own }) => `${system} “${own}”`).join(', ');
      return `      ${what}: ${words}`;
    });
  };
}

function showingsOf(teams: readonly TeamSystem[], uprns: readonly string[]): Map<string, Showing> {
  const showings = new Map<string, Showing>();
  for (const { system, shownAt } of teams) {
    for (const uprn of uprns) {
      for (const { code, on, own } of shownAt(uprn)) {
        const key = `${system} ${code} ${on.startsWith('person/') ? on : ''}`;
        const showing = showings.get(key) ?? { system, code, own, homes: [] };
        showing.homes.push(uprn);
        showings.set(key, showing);
      }
    }
  }
  return showings;
}

/** What one has and the other has not, home by home. */
function difference(one: Map<string, Showing>, other: Map<string, Showing>): Showing[] {
  return [...one].flatMap(([key, showing]) => {
    const homes = showing.homes.filter(home => !other.get(key)?.homes.includes(home));
    return homes.length === 0 ? [] : [{ ...showing, homes }];
  });
}
