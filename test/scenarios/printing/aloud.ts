import type { HubWithTeams } from '../hub-with-teams.ts';
import { type Heard, play, type Verdict } from '../play.ts';
import { heardLine } from './heard-lines.ts';
import { makeShownLines } from './shown-lines.ts';
import { makeNames } from './words.ts';

/** Plays a story and says, as it goes, what the hub hears and what each team's system then shows. */
export async function playAloud(
  landlord: HubWithTeams,
  story: Parameters<typeof play>[1],
  print: (...lines: string[]) => void,
): Promise<{ heard: Heard[]; verdicts: Verdict[] }> {
  const { places, teams } = landlord;
  const nameOf = makeNames(places);
  const uprns = places.map(({ uprn }) => uprn);
  const shownLines = makeShownLines(teams.all, uprns, nameOf);
  const heard: Heard[] = [];
  const verdicts = await play(landlord, story, {
    heard(one) {
      heard.push(one);
      print(heardLine(one, nameOf), ...shownLines());
    },
  });
  return { heard, verdicts };
}
