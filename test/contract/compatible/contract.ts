import path from 'node:path';
import type { Api } from './api.ts';
import type { Bus } from './bus.ts';
import type { EventSchemas } from './events.ts';
import type { FlagCodes } from './flag-codes.ts';
import type { Schema } from './schema.ts';

/** All that outsiders rely on, at one moment. */
export interface Contract {
  readonly events: EventSchemas;
  readonly flags: FlagCodes;
  readonly bus: Bus;
  readonly api: Api;
}

/** Where the files of a moment are read from. */
export interface Files {
  /** The names of the files in a folder; none when there is no such folder. */
  list(folder: string): string[];
  /** A file's text; undefined when there is no such file. */
  read(path: string): string | undefined;
}

const nothing = { api: '{"paths":{}}', bus: '{}', flags: '[]' };

/** The contract as the repository's generated files say it; what was not there yet is empty. */
export function contractIn({ list, read }: Files): Contract {
  const folder = 'schemas/json';
  const names = list(folder).filter(name => name.endsWith('.json'));
  return {
    events: new Map(names.map(name => [path.basename(name, '.json'), parsed(read(`${folder}/${name}`))])),
    flags: JSON.parse(read('schemas/flag-codes.json') ?? nothing.flags) as FlagCodes,
    bus: JSON.parse(read('schemas/asyncapi.json') ?? nothing.bus) as Bus,
    api: JSON.parse(read('functions/openapi.json') ?? nothing.api) as Api,
  };
}

/** The major version of a contract; undefined where it says none. */
export function majorOf({ bus }: Pick<Contract, 'bus'>): string | undefined {
  return bus.info?.version.split('.')[0];
}

function parsed(text = '{}'): Schema {
  return JSON.parse(text) as Schema;
}
