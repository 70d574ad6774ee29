import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What keeps a protocol right: `-DNO_<name>` leaves it out of the model, and the code that it stands for is there. */
export interface Guard {
  name: string;
  /** From the top of the repository. */
  file: string;
  /** Words of that file. */
  code: string;
}
/** A protocol of the hub in Promela. */
export interface Model {
  name: string;
  file: string;
  guards: readonly Guard[];
  /** Names that the text leaves something out by, each of which needs a guard. */
  switches: ReadonlySet<string>;
  /** Whether something is promised of every path and not of every state: then paths without an end are looked for too. */
  promisesOfPaths: boolean;
}

/** Every model of this folder. The text is the one place where a guard is declared. */
export const models: readonly Model[] = globSync('*.pml', { cwd: import.meta.dirname })
  .toSorted()
  .map(readModel);

function readModel(name: string): Model {
  const file = path.join(import.meta.dirname, name);
  const text = readFileSync(file, 'utf8');
  const declared = text.matchAll(/\/\* NO_(?<name>\w+): (?<file>\S+): `(?<code>.+)` \*\//g);
  const guards = [...declared].map(
    ({ groups: { name: guard = '', file: of = '', code = '' } = {} }): Guard => ({
      name: guard,
      file: of,
      code,
    }),
  );
  const switches = [...text.matchAll(/^#ifn?def NO_(\w+)/gm)].map(([, guard = '']) => guard);
  return {
    name: path.basename(name, '.pml'),
    file,
    guards,
    switches: new Set(switches),
    promisesOfPaths: /^ltl /m.test(text),
  };
}
