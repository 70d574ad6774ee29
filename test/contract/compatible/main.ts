/**
 * Compares the published schemas of events and the API with the commit from which the present work started, and exits with
 * 1 when something is not an addition: `node test/contract/compatible/main.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Api, brokenApi } from './api.ts';
import { type Base, baseOf } from './base.ts';
import { brokenEvents, type EventSchemas } from './events.ts';
import type { Schema } from './schema.ts';

const repository = path.join(import.meta.dirname, '../../..');
const events = 'schemas/json';
const api = 'functions/openapi.json';

const base = baseOf(repository);
if (base === undefined) {
  process.stderr.write('There is no earlier commit: events and API are compared with nothing.\n');
} else {
  const broken = [
    ...brokenEvents(eventsIn(base), eventsIn(workingTree())),
    ...brokenApi(apiIn(base), apiIn(workingTree())),
  ];
  for (const line of broken) process.stderr.write(`${line}\n`);
  if (broken.length > 0) {
    process.stderr.write(`${broken.length} changes since ${base.name} are not additions.\n`);
    process.exitCode = 1;
  }
}

/** What is here now, committed or not. */
function workingTree(): Omit<Base, 'name'> {
  return {
    list: folder => readdirSync(path.join(repository, folder)),
    read: file => readFileSync(path.join(repository, file), 'utf8'),
  };
}

function eventsIn({ list, read }: Omit<Base, 'name'>): EventSchemas {
  const files = list(events).filter(name => name.endsWith('.json'));
  return new Map(
    files.map(name => [
      path.basename(name, '.json'),
      JSON.parse(read(`${events}/${name}`) ?? '{}') as Schema,
    ]),
  );
}

function apiIn({ read }: Omit<Base, 'name'>): Api {
  return JSON.parse(read(api) ?? '{"paths":{}}') as Api;
}
