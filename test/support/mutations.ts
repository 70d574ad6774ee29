import fc from 'fast-check';

export type Path = readonly (string | number)[];

/** Values at which vendors' systems and the people who type into them are good. */
const oddities = [
  '',
  ' ',
  'x',
  'a b',
  '0',
  '70',
  '120-10',
  '10\u201110',
  'DV',
  '__proto__',
  'constructor',
  '1900-01-01',
  '0000-01-01T00:00:00Z',
  '2025-02-30',
  '9999-12-31T23:59:59.9999999Z',
  '2025-06-02T08:40',
  '000200000471104',
  'x'.repeat(201),
  'x'.repeat(4001),
  0,
  -1,
  1.5,
  1e21,
  true,
  null,
  [],
  {},
];

/** The given items with up to three members replaced, by an oddity or by something from elsewhere, or taken out. */
export function mutationsOf(items: readonly unknown[]): fc.Arbitrary<unknown> {
  const members = items.flatMap(item => pathsOf(item).map(path => valueAt(item, path)));
  const value = fc.oneof(
    fc.constantFrom(...oddities),
    fc.constantFrom(...members),
    fc.constant(undefined),
    fc.string(),
    fc.jsonValue({ maxDepth: 2 }),
  );
  return fc
    .constantFrom(...items)
    .chain(item =>
      fc
        .array(fc.tuple(fc.constantFrom(...pathsOf(item)), value), { minLength: 1, maxLength: 3 })
        .map(changes => changes.reduce((changed, [path, to]) => replaced(changed, path, to), item)),
    );
}

/** The paths of every member at any depth. */
export function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = keys.flatMap(key => pathsOf(memberOf(value, key)).map((path): Path => [key, ...path]));
  return [...below, ...keys.map((key): Path => [key])];
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(memberOf, value);
}

function memberOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A copy with one member replaced; an earlier change may have taken the place of it away. */
export function replaced(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (typeof value !== 'object' || value === null) return value;
  const member = replaced(memberOf(value, key), rest, to);
  if (Array.isArray(value)) return value.map((other, index) => (index === key ? member : other));
  const others = Object.entries(value).filter(([name]) => name !== String(key));
  return Object.fromEntries(member === undefined ? others : [...others, [key, member]]);
}
