import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lowestScore, type Mutant, scoreTable } from '../../mutation/score.ts';
import config from '../../mutation/stryker.config.json' with { type: 'json' };

const root = path.join(import.meta.dirname, '../../..');

const mutants = (file: string, ...statuses: string[]): Mutant[] =>
  statuses.map(status => ({ fileName: `/somewhere/functions/core/${file}`, status }));

const first = scoreTable(
  '',
  [
    ...mutants('time/instants.ts', 'Killed', 'Killed', 'Timeout', 'Ignored'),
    ...mutants('record/effects/leak.ts', 'Killed', 'NoCoverage'),
    ...mutants('record/fold.ts', 'Survived'),
  ],
  '2026-01-01',
);

it('counts the mutants of a room that died, in whatever folder of it; those that nobody tried do not count', () => {
  expect(first.split('\n').slice(2)).toEqual([
    '| `record` | 3 | 1 | 33.3 % | 2026-01-01 |',
    '| `time` | 3 | 3 | 100 % | 2026-01-01 |',
  ]);
});

it('keeps the rows of rooms that were not tried again', () => {
  const second = scoreTable(first, mutants('record/fold.ts', 'Killed'), '2026-02-02');
  expect(second.split('\n').slice(2)).toEqual([
    '| `record` | 1 | 1 | 100 % | 2026-02-02 |',
    '| `time` | 3 | 3 | 100 % | 2026-01-01 |',
  ]);
});

it('never rounds a score up to all', () => {
  const most = [...Array.from({ length: 9999 }, () => 'Killed'), 'Survived'];
  expect(scoreTable('', mutants('time/instants.ts', ...most), '2026-01-01')).toContain('| 99.9 % |');
});

it('holds each room to the floor by itself', () => {
  const most = Array.from({ length: 99 }, () => 'Killed');
  const both = [...mutants('time/instants.ts', ...most), ...mutants('rules/rule.ts', 'Killed', 'Survived')];
  expect(lowestScore(both)).toBe(50);
});

it('every room of the core has been measured, and is not below the floor', () => {
  const readme = readFileSync(path.join(root, 'test/README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\w+)` \| \d+ \| \d+ \| ([\d.]+) % \|/gm)];
  const rooms = readdirSync(path.join(root, 'functions/core'), { withFileTypes: true });
  const names = rooms.filter(one => one.isDirectory()).map(({ name }) => name);
  expect(rows.map(([, room]) => room)).toEqual(names.sort());
  const low = rows.filter(([, , score]) => Number(score) < config.thresholds.break).map(([, room]) => room);
  expect(low, 'run `npm run test:mutation -- <room>`').toEqual([]);
});
