import { parseArgs } from 'node:util';

/** What is to be simulated. */
export interface Asked {
  readonly from: number;
  readonly seeds: number;
  readonly show: boolean;
  readonly calls: boolean;
  readonly shorten: boolean;
  /** The commit whose functions run until the hub is deployed. */
  readonly before: string | undefined;
}

const help = `npm run simulate -- [--seeds 1000] [--from 1] [--no-shrink] [--before v1]
npm run simulate -- --seed 37 [--show] [--calls]

  --seeds   how many seeds to run, from --from on
  --seed    one seed alone
  --show    tell it message by message; with --calls, call by call
  --no-shrink  do not shorten what fails
  --before  a commit: its functions run until the hub is deployed in the middle`;

/** Reads the command line. @throws {Error} saying what is wrong with it */
export function askedFor(argv: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      show: { type: 'boolean', default: false },
      calls: { type: 'boolean', default: false },
      'no-shrink': { type: 'boolean', default: false },
      before: { type: 'string' },
    },
  });
  const { seeds, from, seed, show, calls, before } = values;
  return {
    ...{ show, calls, before, shorten: !values['no-shrink'] },
    from: wholeNumber(seed ?? from),
    seeds: seed === undefined ? wholeNumber(seeds) : 1,
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`“${text}” is no whole number\n\n${help}`);
}
