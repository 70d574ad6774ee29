/** Things in the order of their keys as text; those of one key stay in the order that they had. */
export function sortedBy<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return things.toSorted((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
}
