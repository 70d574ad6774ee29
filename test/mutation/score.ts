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
  const tried = Map.groupBy(
    mutants.filter(({ status }) => [...killed, ...survived].includes(status)),
    roomOf,
  );
  const rows = new Map([
    ...rowsOf(before),
    ...[...tried].map(([room, those]) => [room, rowOf(room, those, day)] as const),
  ]);
  return [
    heading,
    '| --- | --: | --: | --: | --- |',
    ...[...rows.keys()].sort().map(room => rows.get(room)),
  ].join('\n');
}

function rowsOf(table: string): Map<string, string> {
  const lines = table.split('\n').filter(line => line.startsWith('| `'));
  return new Map(lines.map(line => [line.split('`')[1] ?? '', line]));
}

function roomOf({ fileName }: Mutant): string {
  return /functions\/core\/(\w+)\//.exec(fileName)?.[1] ?? 'core';
}

function rowOf(room: string, mutants: readonly Mutant[], day: string): string {
  const dead = mutants.filter(({ status }) => killed.includes(status)).length;
  // Rounded down: 100 % is every one of them.
  const score = Math.floor((dead / mutants.length) * 1000) / 10;
  return `| \`${room}\` | ${mutants.length} | ${dead} | ${score} % | ${day} |`;
}
