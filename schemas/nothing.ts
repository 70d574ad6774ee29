/** What people and systems write into a field that has nothing to say. */
const nothings: ReadonlySet<string> = new Set([
  ...['', '-', '--', '–', '—', '.', '?'],
  ...['n/a', 'n.a.', 'n/k', 'nil', 'none', 'null', 'tba', 'tbc', 'undefined'],
]);

const nilGuid = /^[{(]?0{8}-0{4}-0{4}-0{4}-0{12}[)}]?$/;

/**
 * Whether a value says nothing: as much as if its field were missing. Blanks, `N/A`, `None`, `TBC`, `-`, a GUID of zeros.
 * @param noneIsAValue whether the field has a list of values of which `none` is one
 */
export function saysNothing(value: unknown, noneIsAValue = false): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  const text = value.trim().toLowerCase();
  return (nothings.has(text) && !(noneIsAValue && text === 'none')) || nilGuid.test(text);
}
