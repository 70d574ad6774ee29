/** A place where two values differ: what each has there, or nothing. */
export interface Difference {
  /** `record.leaks[0].at`, `CASE#leak#leaks#L-1.open.value`. */
  path: string;
  live?: unknown;
  rebuilt?: unknown;
}

/**
 * The places where two JSON values differ; none when they are the same whatever the order of their keys (as canonical
 * JSON, RFC 8785, is the same). What is only on one side, or of another kind there, is one place, however large.
 */
export function differencesBetween(live: unknown, rebuilt: unknown, path = ''): Difference[] {
  const kind = kindOf(live);
  if (kind === undefined || kind !== kindOf(rebuilt))
    return live === rebuilt ? [] : [difference(path, live, rebuilt)];
  const [before, after] = [live, rebuilt] as [Record<string, unknown>, Record<string, unknown>];
  const step = (name: string) => (kind === 'list' ? `[${name}]` : path === '' ? name : `.${name}`);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .toSorted(byPlace)
    .flatMap(name => differencesBetween(before[name], after[name], `${path}${step(name)}`));
}

/** What is made of other values; the rest is compared as it is. */
function kindOf(value: unknown): 'list' | 'object' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? 'list' : 'object';
}

function difference(path: string, live: unknown, rebuilt: unknown): Difference {
  return { path, ...(live !== undefined && { live }), ...(rebuilt !== undefined && { rebuilt }) };
}

/** In the order of a list, or of the alphabet. */
function byPlace(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
