import { styleText } from 'node:util';
import type { Heard, Verdict } from '../play.ts';
import type { TeamSystem } from '../team-systems/team-systems.ts';
import { momentWords } from './words.ts';

/** What the summary counts. */
export interface Totals {
  heard: readonly Heard[];
  verdicts: readonly Verdict[];
  teams: readonly TeamSystem[];
  places: number;
  seconds: { toStart: number; toPlay: number };
}

/** The summary of a played story: what had to be true, met or not, and the totals. */
export function summaryLines(totals: Totals): string[] {
  const { verdicts } = totals;
  const met = verdicts.filter(({ unmet }) => unmet === undefined).length;
  return [
    'What had to be true, and by when',
    ...verdicts.flatMap(verdictLines),
    `  ${met} of ${verdicts.length} met`,
    '',
    ...totalLines(totals),
  ];
}

function verdictLines({ expectation, unmet }: Verdict): string[] {
  const { by, says } = expectation;
  const mark = unmet === undefined ? styleText('green', 'met    ') : styleText('red', 'NOT MET');
  const line = `  ${mark}  ${momentWords(new Date(by))}  ${says}`;
  return unmet === undefined ? [line] : [line, `${' '.repeat(31)}because ${unmet}`];
}

function totalLines({ heard, teams, places, seconds }: Totals): string[] {
  const events = heard.flatMap(one => one.events);
  const again = heard.reduce((sum, { repeated }) => sum + repeated.size, 0);
  const told = Math.max(...teams.map(team => team.count().told));
  const standing = Math.max(...teams.map(team => team.count().standing));
  const messages = teams.map(({ system, received }) => `${system} ${received.length}`).join(', ');
  return [
    `  Heard      ${heard.length} messages with ${events.length} events; ${again} of them had been heard before and count once`,
    `  Homes      ${places} places in the gazetteer`,
    `  Flags      ${told} announced, ${standing} of them stand at the end`,
    `  Told       ${messages} messages, each in the system’s own format`,
    `  Time       ${seconds.toStart.toFixed(1)} s to synthesise and start, ${seconds.toPlay.toFixed(1)} s to play ${monthsOf(heard)} months`,
  ];
}

function monthsOf(heard: readonly Heard[]): number {
  const [first, last] = [heard[0], heard.at(-1)].map(one => one?.news.heardAt.getTime() ?? 0);
  return Math.round(((last ?? 0) - (first ?? 0)) / (30.44 * 24 * 3_600_000));
}
