import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { renewMarked } from '../support/marked.ts';
import { lowestScore, scoreTable } from './score.ts';
import config from './stryker.config.json' with { type: 'json' };

/**
 * Tries mutants of what is named inside the core, rooms, folders or files, or of all of it. The scores of whole rooms are
 * written into the README of the tests. A room below the floor in `stryker.config.json` is a failure, and is written all
 * the same.
 */
const readme = path.join(import.meta.dirname, '../README.md');
const core = 'functions/core';
const named = process.argv.slice(2);

const unknown = named.filter(one => !existsSync(path.join(import.meta.dirname, '../..', core, one)));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no such room, folder or file in ${core}`);

const mutants = await new Stryker({
  configFile: 'test/mutation/stryker.config.json',
  ...(named.length > 0 && {
    mutate: named.map(one => (one.endsWith('.ts') ? `${core}/${one}` : `${core}/${one}/**/*.ts`)),
  }),
}).runMutationTest();

if (!named.some(one => one.includes('/')))
  renewMarked(readme, 'mutation', table => scoreTable(table, mutants, new Date().toISOString().slice(0, 10)));
if (lowestScore(mutants) < config.thresholds.break) process.exitCode = 1;
