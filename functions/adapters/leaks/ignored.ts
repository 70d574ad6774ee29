/** Headings that are known and not used. */
export const ignored: readonly string[] = [
  // The team's own marking of rows.
  'Sheet colour',
];
