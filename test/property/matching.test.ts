import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../functions/core/identity/address.ts';
import type { AddressedPlace } from '../../functions/core/identity/home.ts';
import { leadKeysOf } from '../../functions/core/identity/lead-keys.ts';
import { lookUpsFor, maximumLookUps } from '../../functions/core/identity/look-ups.ts';
import { matchAddress } from '../../functions/core/identity/match-address.ts';
import { findAddress } from '../../functions/shell/tables/directory/find-address.ts';
import { uprnSchema } from '../../schemas/reference.ts';
import { gazetteerOf } from '../support/addresses/labelled-sets.ts';
import { abbreviations, rewritings } from '../support/addresses/rewritings.ts';
import { makeTownDirectory } from '../support/addresses/town-directory.ts';
import { runs } from '../support/effort.ts';

const places = [...gazetteerOf('hand-written'), ...gazetteerOf('held-out')];
const { lookUp } = makeTownDirectory(places);
const anyPlace = fc.constantFrom(...places);
const whole = ({ address, postcode }: AddressedPlace) => `${address}, ${postcode}`;

/** What is found for an address: nothing but the answer. */
async function found(address: string) {
  const match = await findAddress(address, lookUp);
  return match.found === 'one' ? match.uprn : match.found;
}

describe('matching', () => {
  it('never throws, whatever the address and whatever the gazetteer says', () => {
    const words = fc.constantFrom(
      'FLAT',
      '4',
      '12A',
      'A',
      'LARCH',
      'HOUSE',
      'ROAD',
      ',',
      'FLOOR',
      'FIRST',
      'SE15',
      '4PT',
      'NO',
      '-',
      '/',
      'REAR',
      'ST',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(words, { maxLength: 12 }).map(some => some.join(' ')),
    );
    fc.assert(
      fc.property(text, text, fc.string({ maxLength: 10 }), (query, address, postcode) => {
        const place = { uprn: uprnSchema.parse('1'), address, postcode };
        const match = matchAddress(readAddress(query), [place, ...places.slice(0, 20)]);
        const { exact, wider } = lookUpsFor(readAddress(query));
        expect(match.candidates.length).toBeLessThanOrEqual(10);
        expect(exact.length + wider.length).toBeLessThanOrEqual(maximumLookUps);
        expect(leadKeysOf(place).every(({ partition }) => partition.includes('#'))).toBe(true);
      }),
    );
  });

  it('finds the same for an address in other capitals, punctuation, spaces and abbreviations', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPlace,
        fc.subarray([...rewritings]),
        fc.infiniteStream(fc.nat(3)),
        async (place, some, choices) => {
          const address = whole(place);
          const next = () => choices.next().value ?? 0;
          const rewritten = some.reduce((text, rewrite) => rewrite(text, next), address);
          expect({ rewritten, found: await found(rewritten) }).toEqual({
            rewritten,
            found: await found(address),
          });
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('finds what every abbreviation stands for', async () => {
    for (const [word, short] of abbreviations) {
      for (const { address } of places.filter(one => one.address.includes(` ${word},`)).slice(0, 3))
        expect(await found(address.replace(` ${word},`, ` ${short},`))).toBe(await found(address));
    }
  });

  it('never finds a home for an address with another number or letter', async () => {
    const others = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('', 'A', 'B', 'Z'))
        .map(([number, letter]) => `${number}${letter}`),
      fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    );
    await fc.assert(
      fc.asyncProperty(anyPlace, others, async ({ uprn, address, postcode }, other) => {
        const [, before = '', own = '', after = ''] = /^(.*?)\b(\d+[A-Z]?|[A-Z])\b(.*)$/.exec(address) ?? [];
        fc.pre(own !== '' && own !== other);
        expect(await found(`${before}${other}${after}, ${postcode}`)).not.toBe(uprn);
      }),
      { numRuns: runs(600) },
    );
  });

  it('does not depend on the order in which the places are read', () => {
    fc.assert(
      fc.property(anyPlace, fc.shuffledSubarray(places, { minLength: 30, maxLength: 60 }), (place, some) => {
        const address = readAddress(place.address);
        expect(matchAddress(address, some.toReversed())).toEqual(matchAddress(address, some));
      }),
      { numRuns: runs(50) },
    );
  });
});
