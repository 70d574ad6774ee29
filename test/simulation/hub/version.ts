import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Registry from '../../../functions/adapters/registry.ts';
import { ofEachSystem, type Version } from './functions.ts';
import type { FunctionKind } from './plan.ts';
import { withAdapter } from './with-adapter.ts';

/** Where each function is made, in the folder of functions. */
const places: Readonly<Record<FunctionKind, readonly [file: string, name: string]>> = {
  receive: ['intake/receive/function.ts', 'makeReceiveFunction'],
  files: ['intake/files/function.ts', 'makeFilesFunction'],
  deliver: ['delivery/deliver/function.ts', 'makeDeliverFunction'],
  quarantine: ['intake/quarantine/function.ts', 'makeQuarantineFunction'],
  record: ['records/record/function.ts', 'makeRecordFunction'],
  watch: ['records/watch/function.ts', 'makeWatchFunction'],
  move: ['records/move/function.ts', 'makeMoveFunction'],
  relay: ['records/relay/function.ts', 'makeRelayFunction'],
  drift: ['delivery/drift/function.ts', 'makeDriftFunction'],
  api: ['officers/function.ts', 'makeOfficersFunction'],
  decide: ['officers/decisions/function.ts', 'makeDecisionsFunction'],
  audit: ['officers/audit/function.ts', 'makeAuditFunction'],
};

/**
 * Loads the version of the hub that another checkout has.
 * @param root the checkout: its functions and schemas, `package.json`, and the packages that they need
 * @throws {Error} naming the function that it makes in another way
 */
export async function versionIn(root: string): Promise<Version> {
  const load = (file: string) => import(pathToFileURL(path.join(root, 'functions', file)).href);
  const { adapterFor } = (await load('adapters/registry.ts')) as typeof Registry;
  const made = Object.entries(places).map(async ([kind, [file, name]]) => {
    const make = ((await load(file)) as Record<string, unknown>)[name];
    if (typeof make !== 'function') throw new Error(`${root} has no ${name} in functions/${file}`);
    const isOfSystem = ofEachSystem.some(one => one === kind);
    return [kind, isOfSystem ? withAdapter(make as Parameters<typeof withAdapter>[0], adapterFor) : make];
  });
  return Object.fromEntries(await Promise.all(made)) as Version;
}
