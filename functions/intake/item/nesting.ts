/** How deep an item may be nested: no system comes near it, and what walks an item walks it to the bottom. */
export const maximumNesting = 50;

/** Whether a JSON value is nested deeper than `levels`. It does not recurse: the depth is not the sender's to choose. */
export function isNestedDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
