/** The environment variables that make tests try more, or again what failed. */
const variables = { effort: 'LINTEL_TEST_EFFORT', seed: 'LINTEL_TEST_SEED' } as const;

/** How many times as much is tried as usual: 1 for `npm test`, 10 for `npm run test:thorough`. */
const effort = wholeNumber(variables.effort, 1) ?? 1;

/** Whether everything is tried that can be, however long it takes. */
export const isThorough = effort > 1;

/** The seed of generated cases when one is asked for, to try again what failed: a failed property prints its own, often below zero. */
export const askedSeed = wholeNumber(variables.seed, Number.MIN_SAFE_INTEGER);

/** How many generated cases are tried, where so many are usual. */
export function runs(usual: number): number {
  return usual * effort;
}

function wholeNumber(name: string, least: number): number | undefined {
  const text = process.env[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least)
    throw new Error(`${name} is "${text}": give a whole number from ${least}`);
  return value;
}
