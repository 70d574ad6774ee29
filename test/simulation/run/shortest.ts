/**
 * The shortest part of a list with which something still fails, as far as leaving out halves, quarters and single members
 * finds it. @param mostTries how often it is tried at the most
 */
export async function shortest<T>(
  list: readonly T[],
  fails: (part: readonly T[]) => Promise<boolean>,
  mostTries: number,
): Promise<readonly T[]> {
  let left = list;
  let size = Math.ceil(left.length / 2);
  let tries = 0;
  if (left.length > 0 && (await fails([]))) return [];
  while (size >= 1 && tries < mostTries) {
    let isShorter = false;
    for (let from = 0; from < left.length && tries < mostTries; from += size) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      tries += 1;
      if (!(await fails(without))) continue;
      left = without;
      from -= size;
      isShorter = true;
    }
    if (size === 1 && !isShorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return left;
}
