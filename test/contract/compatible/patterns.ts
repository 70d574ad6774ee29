import fc from 'fast-check';

/**
 * Something that one pattern allows and another refuses, or undefined when none is found: whether one expression
 * includes another is looked for by a thousand samples, the same in every run.
 *
 * @returns a sample as JSON, or why none could be drawn
 */
export function outsideOf(before: string, after: string): string | undefined {
  try {
    const allowed = fc.stringMatching(new RegExp(before, 'u'));
    const present = new RegExp(after, 'u');
    const refused = fc.sample(allowed, { seed: 1, numRuns: 1_000 }).find(text => !present.test(text));
    return refused === undefined ? undefined : JSON.stringify(refused);
  } catch (error) {
    return `no samples can be drawn of ${before} (${String(error)})`;
  }
}
