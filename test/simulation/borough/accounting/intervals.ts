/** A stretch of time in milliseconds, from its first instant up to, and without, its last. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The time that any of them covers, as stretches in order that do not touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const inOrder = intervals.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
  const covered: Interval[] = [];
  for (const { from, to } of inOrder) {
    const last = covered.at(-1);
    if (last === undefined || last.to < from) covered.push({ from, to });
    else covered[covered.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return covered;
}

/** The time that both cover. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const apart = union(others);
  return union(some).flatMap(one =>
    apart
      .map(other => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** The time that the first cover and the others do not. */
export function difference(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  let left = union(some);
  for (const other of union(others)) {
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ].filter(part => part.from < part.to),
    );
  }
  return left;
}

/** How many hours they last together. */
export function hoursOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + (to - from), 0) / 3_600_000;
}
