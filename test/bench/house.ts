import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from './bench.ts';
import { printTable } from './support/print.ts';
import { quantile, total } from './support/statistics.ts';

interface SourceFile {
  room: string;
  lines: number;
  imports: readonly string[];
}

const importFrom = /^(?:import|export)[^']*? from '(\.[^']+)';/gm;

/** The shape of the source: rooms, the arrows between them, and how large the files are. */
export const house: Bench = {
  title: 'rooms, arrows between them, files and lines',
  run() {
    const files = globSync(['functions/**/*.ts', 'schemas/**/*.ts', 'infra/**/*.ts', 'test/**/*.ts'], {
      exclude: ['**/node_modules/**'],
    }).map(read);
    const rooms = Map.groupBy(files, ({ room }) => room);
    const arrows = new Set(
      files.flatMap(({ room, imports }) => imports.filter(to => to !== room).map(to => `${room} ${to}`)),
    );
    const between = [...arrows].filter(arrow => arrow.split(' ').every(isRoomOfFunctions));
    printTable(
      ['room', 'files', 'lines', 'median', 'p90', 'largest', 'imports rooms'],
      [...rooms].toSorted().map(([room, found]) => {
        const lines = found.map(file => file.lines);
        const uses = [...arrows].filter(arrow => arrow.startsWith(`${room} `)).length;
        return [
          room,
          found.length,
          total(lines),
          quantile(lines, 0.5),
          quantile(lines, 0.9),
          Math.max(...lines),
          uses,
        ];
      }),
    );
    const linesOf = (wanted: (room: string) => boolean) =>
      total(files.filter(({ room }) => wanted(room)).map(({ lines }) => lines));
    const isTest = (room: string) => room.startsWith('test');
    const source = linesOf(room => !isTest(room));
    console.log(
      `  ${[...rooms.keys()].filter(isRoomOfFunctions).length} rooms of functions, ${between.length} arrows between them; ` +
        `${files.filter(({ lines }) => lines > 100).length} of ${files.length} files over 100 lines; ` +
        `tests are ${(linesOf(isTest) / source).toFixed(2)} × source`,
    );
    return Promise.resolve();
  },
};

function read(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(importFrom)].map(([, to = '']) =>
    roomOf(path.join(path.dirname(file), to)),
  );
  return { room: roomOf(file), lines: text.split('\n').length - 1, imports };
}

/** `functions/core`, `infra/local`, `test/unit`: two folders deep, where there are two. */
function roomOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 2).join('/');
}

function isRoomOfFunctions(room: string): boolean {
  return room.startsWith('functions/');
}
