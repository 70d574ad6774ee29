/** What of one mutant the score needs: the file that was changed, and what became of it. */
export interface Mutant {
  fileName: string;
  status: string;
}

const heading = '| room | mutants | killed | score | day |';
const killed = ['Killed', 'Timeout'];
const survived = ['Survived', 'NoCoverage'];

/** The table of scores after a run: the rooms that it tried have new rows, all others keep theirs. */
export function scoreTable(before: string, mutants: readonly Mutant[], day: string): string {
  const rows = new Map([
    ...rowsOf(before),
    ...[...byRoom(mutants)].map(([room, those]) => [room, rowOf(room, those, day)] as const),
  ]);
  return [
    heading,
    '| --- | --: | --: | --: | --- |',
    ...[...rows.keys()].sort().map(room => rows.get(room)),
  ].join('\n');
}

/** The score of the room that has the lowest, in per cent. */
export function lowestScore(mutants: readonly Mutant[]): number {
  return Math.min(...[...byRoom(mutants).values()].map(scoreOf));
}

function rowsOf(table: string): Map<string, string> {
  const lines = table.split('\n').filter(line => line.startsWith('| `'));
  return new Map(lines.map(line => [line.split('`')[1] ?? '', line]));
}

/** Those that were tried. */
function byRoom(mutants: readonly Mutant[]): Map<string, Mutant[]> {
  return Map.groupBy(
    mutants.filter(({ status }) => [...killed, ...survived].includes(status)),
    ({ fileName }) => /functions\/core\/(\w+)\//.exec(fileName)?.[1] ?? 'core',
  );
}

function rowOf(room: string, mutants: readonly Mutant[], day: string): string {
  return `| \`${room}\` | ${mutants.length} | ${mutants.filter(isDead).length} | ${scoreOf(mutants)} % | ${day} |`;
}

/** Rounded down: 100 is every one of them. */
function scoreOf(mutants: readonly Mutant[]): number {
  return Math.floor((mutants.filter(isDead).length / mutants.length) * 1000) / 10;
}

function isDead({ status }: Mutant): boolean {
  return killed.includes(status);
}
