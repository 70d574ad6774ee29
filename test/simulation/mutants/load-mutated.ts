import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Mutant, placeOf, textOf } from './mutant.ts';

const urlOf = (mutant: Mutant) => pathToFileURL(placeOf(mutant)).href;
const parameter = '?mutant=';
const importers = new Map<string, Set<string>>();
/** Of each mutant, its file and what imports that, directly or not: all else is the same for all mutants and loaded once. */
const reached = new Map<string, { mutant: Mutant; urls: ReadonlySet<string> }>();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const [importer = '', name = ''] = context.parentURL?.split(parameter) ?? [];
    importers.set(resolved.url, (importers.get(resolved.url) ?? new Set()).add(importer));
    const isReached = reached.get(name)?.urls.has(resolved.url);
    return isReached ? { ...resolved, url: `${resolved.url}${parameter}${name}` } : resolved;
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const [file, name = ''] = url.split(parameter);
    const mutant = reached.get(name)?.mutant;
    if (mutant === undefined || file !== urlOf(mutant)) return loaded;
    return { ...loaded, source: textOf(mutant) };
  },
});

/**
 * Imports a module of the simulation over the hub with one edit. Import it over the hub as it is first: by that it is known
 * what imports the edited file.
 */
export async function importMutated<T>(file: string, mutant: Mutant): Promise<T> {
  const name = encodeURIComponent(mutant.name);
  const urls = new Set([urlOf(mutant)]);
  for (const url of urls) for (const importer of importers.get(url) ?? []) urls.add(importer);
  reached.set(name, { mutant, urls });
  const { href } = pathToFileURL(path.join(import.meta.dirname, '..', file));
  if (!urls.has(href)) throw new Error(`${file} does not load ${mutant.file}`);
  return (await import(`${href}${parameter}${name}`)) as T;
}
