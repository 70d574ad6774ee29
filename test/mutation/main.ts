import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { renewMarked } from '../support/marked.ts';
import { scoreTable } from './score.ts';

/**
 * Tries mutants of the rooms of the core that are named, or of all of them, and writes the score of each into the README of
 * the tests. A score below the floor in `stryker.config.json` is a failure, and is written all the same.
 */
const readme = path.join(import.meta.dirname, '../README.md');
const core = 'functions/core';
const rooms = process.argv.slice(2);

const unknown = rooms.filter(room => !existsSync(path.join(import.meta.dirname, '../..', core, room)));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no such room in ${core}`);

const mutants = await new Stryker({
  configFile: 'test/mutation/stryker.config.json',
  ...(rooms.length === 0 ? {} : { mutate: rooms.map(room => `${core}/${room}/**/*.ts`) }),
}).runMutationTest();

renewMarked(readme, 'mutation', table => scoreTable(table, mutants, new Date().toISOString().slice(0, 10)));
