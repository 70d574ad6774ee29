/** A place where two values differ: what each has there, or nothing. */
export interface Difference {
  /** `record.leaks[0].at`, `CASE#leak#leaks#L-1.open.value`. */
  path: string;
  live?: unknown;
  rebuilt?: unknown;
}

/**
 * The places where two JSON values differ, in order of path; none when they are the same whatever the order of their
 * keys (as canonical JSON, RFC 8785, is the same).
 */
export function differencesBetween(live: unknown, rebuilt: unknown): Difference[] {
  const [before, after] = [leavesOf(live), leavesOf(rebuilt)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter(path => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)))
    .map(path => ({
      path,
      ...(before.has(path) && { live: before.get(path) }),
      ...(after.has(path) && { rebuilt: after.get(path) }),
    }));
}

/** Every value that is not made of others, by its path; an empty list or object is one. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  if (parts.length === 0) return new Map([[path, value]]);
  const step = (name: string) => (Array.isArray(value) ? `[${name}]` : path === '' ? name : `.${name}`);
  return new Map(parts.flatMap(([name, part]) => [...leavesOf(part, `${path}${step(name)}`)]));
}
