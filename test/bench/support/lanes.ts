/** Does all the work with so many at once; each lane takes the next piece as soon as it is free. */
export async function inLanes<T>(
  work: readonly T[],
  lanes: number,
  each: (piece: T) => Promise<unknown>,
): Promise<void> {
  const rest = work.values();
  const lane = async () => {
    for (const piece of rest) await each(piece);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
