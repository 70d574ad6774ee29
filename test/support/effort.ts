/** The environment variables that make tests try more, or again what failed. */
const variables = { effort: 'LINTEL_TEST_EFFORT', seed: 'LINTEL_TEST_SEED' } as const;

/** How many times as much is tried as usual: 1 for `npm test`, 10 for `npm run test:thorough`, a part for each mutant. */
const effort = numberIn(variables.effort, value => value > 0, 'a number above 0') ?? 1;

/** Whether everything is tried that can be, however long it takes. */
export const isThorough = effort > 1;

/** The seed of generated cases when one is asked for, to try again what failed: a failed property prints its own, often below zero. */
export const askedSeed = numberIn(variables.seed, Number.isSafeInteger, 'a whole number');

/** How many generated cases are tried, where so many are usual. */
export function runs(usual: number): number {
  return Math.ceil(usual * effort);
}

function numberIn(name: string, fits: (value: number) => boolean, what: string): number | undefined {
  const text = process.env[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !fits(value)) throw new Error(`${name} is "${text}": give ${what}`);
  return value;
}
