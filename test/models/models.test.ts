import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Examined, examine, holds } from './examine.ts';
import { read } from './explore.ts';
import { models } from './model.ts';
import { missingTools } from './toolchain.ts';

const root = path.join(import.meta.dirname, '../..');
const missing = missingTools();
if (missing !== undefined) process.stderr.write(`Models are skipped. ${missing}\n`);

it('there are seven protocols', () => {
  expect(models.map(({ name }) => name)).toEqual([
    'commit',
    'decision',
    'delivery',
    'move',
    'relay',
    'release',
    'rows',
  ]);
});

describe.each(models)('$name', ({ guards, switches }) => {
  it('declares once what can be left out', () => {
    expect(guards.map(({ name }) => name).toSorted()).toEqual([...switches].toSorted());
  });

  it.each(guards)('$name stands for code that is there', ({ file, code }) => {
    expect(existsSync(path.join(root, file)), `${file} is not there: look at the model again`).toBe(true);
    const text = readFileSync(path.join(root, file), 'utf8');
    expect(text.includes(code), `${file} no longer says ${code}: see that the model does what it does`).toBe(
      true,
    );
  });
});

it.skipIf(missing !== undefined)('every model holds, and without any guard spin finds a fault', async () => {
  const wrong = (await examine(models)).filter(one => !holds(one));
  expect(wrong.map(wordsOf)).toEqual([]);
});

it('a search that was cut off is not exhaustive', () => {
  const report =
    'error: max search depth too small\nState-vector 60 byte, depth reached 9, errors: 0\n 10 states, stored';
  expect(read(report)).toEqual({ fault: undefined, isExhaustive: false, states: 10, depth: 9 });
});

function wordsOf({ model, leftOut, explored }: Examined): string {
  if (leftOut !== undefined) return `${model.name} holds without ${leftOut.name}`;
  return `${model.name}: ${explored.fault ?? 'not every state was seen'}`;
}
