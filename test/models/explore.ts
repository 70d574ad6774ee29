import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Guard, Model } from './model.ts';

/** What came of exploring a model. */
export interface Exploration {
  /** What spin found wrong first, in its words; undefined where nothing is. */
  fault: string | undefined;
  /** Every state was seen: nothing was cut off. */
  isExhaustive: boolean;
  states: number;
  /** The steps of the longest path. */
  depth: number;
  seconds: number;
}

const run = promisify(execFile);
/** Far more than any path has: a model that needs more is reported as not exhaustive. */
const maximumDepth = '20000';

/**
 * Explores every state of a model, or of a model without one of its guards until something is found wrong.
 * @throws when the model cannot be read or compiled.
 */
export async function explore({ file, promisesOfPaths }: Model, leftOut?: Guard): Promise<Exploration> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'lintel-model-'));
  const from = performance.now();
  const [compiled, asked] = promisesOfPaths ? [['-DNFAIR=3'], ['-a', '-f']] : [['-DSAFETY'], ['-E']];
  try {
    await run('spin', [...(leftOut ? [`-DNO_${leftOut.name}`] : []), '-a', file], { cwd });
    await run('tcc', ['-w', ...compiled, '-o', 'pan', 'pan.c'], { cwd });
    const { stdout } = await run('./pan', [...asked, `-m${maximumDepth}`, '-w20'], { cwd });
    return { ...read(stdout), seconds: (performance.now() - from) / 1000 };
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** Reads the report of spin's verifier. */
export function read(report: string): Omit<Exploration, 'seconds'> {
  const { depth, errors } = /depth reached (?<depth>\d+), errors: (?<errors>\d+)/.exec(report)?.groups ?? {};
  const [, states] = /(\S+) states, stored/.exec(report) ?? [];
  if (depth === undefined || states === undefined) throw new Error(`This is no report of spin: ${report}`);
  const [, fault] = /^pan:\d+: (.+)/m.exec(report) ?? [];
  return {
    fault: errors === '0' ? undefined : (fault ?? 'something is wrong'),
    isExhaustive: !/max search depth too small|Search not completed|out of memory/.test(report),
    states: Number(states),
    depth: Number(depth),
  };
}
