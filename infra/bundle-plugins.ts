import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** Modules whose exports are plain data that all of the hub's code goes into: what is bundled is the data. */
const evaluated = /\/functions\/(adapters\/manifests|listed-endpoints)\.ts$/;

/** Runs such a module while bundling and has its data stand for it, so that a bundle does not hold where they come from. */
export const dataAsEvaluated: Plugin = {
  name: 'data-as-evaluated',
  setup(build) {
    build.onLoad({ filter: evaluated }, async ({ path: file }) => {
      const values: Record<string, unknown> = await import(pathToFileURL(file).href);
      const lines = Object.entries(values).map(
        ([name, value]) => `export const ${name}=${JSON.stringify(value)};`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

/** The entry of a function that each system has one of: what its handler makes of that system's adapter. */
export function entryOf(functionsRoot: string): Plugin {
  return {
    name: 'entry-of-a-system',
    setup(build) {
      build.onResolve({ filter: /^system:/ }, ({ path: of }) => ({ path: of, namespace: 'system' }));
      build.onLoad({ filter: /.*/, namespace: 'system' }, ({ path: of }) => {
        const [, system, folder] = of.split(':');
        const contents = `
          import { adapter } from './adapters/${system}/adapter.ts';
          import { handlerOf } from './${folder}/handler.ts';
          export const handler = handlerOf(adapter);`;
        return { contents, loader: 'ts', resolveDir: path.resolve(functionsRoot) };
      });
    },
  };
}

/** What only the commands answer by which tables are made, copied and restored: no function of the hub may call them. */
const errorsOfOthers =
  /^\w+\.registerError\((?:Backup|ContinuousBackups|Export|GlobalTable|Import|InvalidExport|InvalidRestore|PointInTime|Policy|Replica|Table)\w+\$, \w+\);$/gm;

/**
 * What a client knows of the commands that nobody calls is left out, their errors among it. esbuild cannot tell by itself: `{ [name]: … }` might run
 * something, and S3's descriptions of what it is sent are full of them. They were a third of its client.
 */
export const onlyCommandsThatAreCalled: Plugin = {
  name: 'only-commands-that-are-called',
  setup(build) {
    build.onLoad(
      { filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ },
      async ({ path: file }) => {
        const text = await readFile(file, 'utf8');
        const described = /^((?:export )?var \w+\$? = )(\[[\s\S]*?\]);$/gm;
        const contents = text
          .replace(errorsOfOthers, '')
          .replace(described, '$1/* @__PURE__ */ (() => $2)();');
        return { contents, loader: 'js' };
      },
    );
  },
};

/** Every zod schema can write itself as JSON Schema, which is a fifth of zod. Functions check with schemas, and publish none. */
export const noJsonSchemas: Plugin = {
  name: 'no-json-schemas',
  setup(build) {
    const writers = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
    build.onLoad({ filter: writers }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const names = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => `none as ${name}`,
      );
      const contents = `const none = () => { throw new Error('JSON Schemas are not bundled'); };
        export { ${names.join(', ')} };`;
      return { contents, loader: 'js' };
    });
  },
};

/** Two commands of S3 answer by a stream of events. Nobody calls them, and every client brings their codec. */
export const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup(build) {
    build.onLoad({ filter: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/ }, () => ({
      contents: `export const eventStreamSerdeProvider = () => undefined;
        export const resolveEventStreamSerdeConfig = config => config;
        export class EventStreamSerde { constructor() { throw new Error('Event streams are not bundled'); } }`,
      loader: 'js',
    }));
  },
};

/** Of a client's `package.json` its version, which it sends along: dependencies and scripts are no business of a function. */
export const onlyItsVersion: Plugin = {
  name: 'only-its-version',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path: file }) => {
      const { version } = JSON.parse(await readFile(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Hashes are Node's own. The SDK has each in JavaScript too, for where there is no `node:crypto`, and that is not on Lambda. */
export const onlyNativeHashes: Plugin = {
  name: 'only-native-hashes',
  setup(build) {
    build.onLoad({ filter: /\/(md5|sha1|sha256)\/(Md5|Sha1|Sha256)Js\.js$/ }, ({ path: file }) => {
      const name = path.basename(file, '.js');
      const contents = `export class ${name} { constructor() { throw new Error('${name} is not bundled'); } }`;
      return { contents, loader: 'js' };
    });
  },
};
