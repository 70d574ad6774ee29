import { beforeAll, describe, expect, it } from 'vitest';
import type { AddressedPlace } from '../../functions/core/identity/home.ts';
import { homesPerLookUp, maximumLookUps } from '../../functions/core/identity/look-ups.ts';
import { homesMeant } from '../../functions/core/identity/match-address.ts';
import { findAddress } from '../../functions/shell/tables/directory/find-address.ts';
import { uprnSchema } from '../../schemas/reference.ts';
import { makeRandom } from '../bench/support/random.ts';
import { makeGazetteer } from '../support/addresses/generator/gazetteer.ts';
import { addressOf } from '../support/addresses/generator/known-home.ts';
import { generatedSets, makeSet } from '../support/addresses/generator/make-sets.ts';
import { makeMessy } from '../support/addresses/generator/messy.ts';
import { developmentNames } from '../support/addresses/generator/names.ts';
import { addressesOf, gazetteerOf } from '../support/addresses/labelled-sets.ts';
import { type Measurement, measure } from '../support/addresses/measure.ts';
import { makeTownDirectory } from '../support/addresses/town-directory.ts';

const data = '../support/addresses/data';

describe.each(Object.entries(generatedSets))('the %s set', (name, how) => {
  it('is what its generator makes', async () => {
    const { gazetteer, addresses } = makeSet(how);
    await expect(gazetteer).toMatchFileSnapshot(`${data}/${name}-gazetteer.csv`);
    await expect(addresses).toMatchFileSnapshot(`${data}/${name}.csv`);
  });
});

/** Measured, less a little: a change that finds fewer homes than this is no improvement. */
const measured = {
  development: { addresses: 2_000, recall: 0.92, recallAt3: 0.99 },
  'held-out': { addresses: 2_000, recall: 0.91, recallAt3: 0.99 },
  'hand-written': { addresses: 332, recall: 0.95, recallAt3: 0.98 },
  'from-the-field': { addresses: 414, recall: 0.92, recallAt3: 0.98 },
} as const;

describe.each(Object.entries(measured))('of the %s set', (set, least) => {
  let measurement: Measurement;
  beforeAll(async () => {
    const others = set in generatedSets ? [] : gazetteerOf('held-out');
    const directory = makeTownDirectory([...gazetteerOf(set), ...others]);
    measurement = await measure(addressesOf(set), directory);
    process.stdout.write(`${set}: ${described(measurement)}\n`);
  });

  it('accepts no address for a wrong home', () => {
    expect(measurement.addresses).toBeGreaterThanOrEqual(least.addresses);
    expect(measurement.wrong).toEqual([]);
  });

  it('accepts as many as it did, and has nearly all among the first three', () => {
    expect(measurement.recall).toBeGreaterThanOrEqual(least.recall);
    expect(measurement.recallAt3).toBeGreaterThanOrEqual(least.recallAt3);
  });

  it('reads little for each', () => {
    expect(measurement.lookUps.most).toBeLessThanOrEqual(maximumLookUps);
    expect(measurement.homesRead.most).toBeLessThanOrEqual(maximumLookUps * homesPerLookUp);
  });
});

describe.each(Object.keys(measured))('the homes of the %s gazetteer', set => {
  it('are each found by their own address, or nobody is', async () => {
    const places = gazetteerOf(set);
    const { lookUp } = makeTownDirectory(places);
    const own = await Promise.all(
      places.map(async place => ({ place, match: await findAddress(whole(place), lookUp) })),
    );
    const others = own.filter(({ place, match }) => match.found === 'one' && match.uprn !== place.uprn);
    expect(others.map(({ place }) => place)).toEqual([]);
    const shared = Map.groupBy(places, ({ address }) => address);
    const lost = own
      .filter(({ match }) => match.found !== 'one')
      .map(({ place, match }) => ({ place, match }));
    for (const { place, match } of lost) {
      const isShared = (shared.get(place.address)?.length ?? 0) > 1;
      const holdsFlats = places.some(
        other => other !== place && other.address.endsWith(`, ${place.address}`),
      );
      expect({ place, explained: isShared || holdsFlats }).toEqual({ place, explained: true });
      expect(homesMeant(match)).not.toHaveLength(1);
    }
  });
});

it('reads as little in a gazetteer of sixty thousand homes', async () => {
  const homes = makeGazetteer(developmentNames, 3, 60_000);
  const random = makeRandom(4);
  const directory = makeTownDirectory(
    homes.map(home => ({
      uprn: uprnSchema.parse(home.uprn),
      address: addressOf(home),
      postcode: home.postcode,
    })),
  );
  const measurement = await measure(
    Array.from({ length: 200 }, () => makeMessy(homes, random)),
    directory,
  );
  process.stdout.write(`sixty thousand homes: ${described(measurement)}\n`);
  expect(measurement.wrong).toEqual([]);
  expect(measurement.lookUps.most).toBeLessThanOrEqual(maximumLookUps);
  expect(measurement.homesRead.most).toBeLessThanOrEqual(maximumLookUps * homesPerLookUp);
});

function whole({ address, postcode }: AddressedPlace): string {
  return `${address}, ${postcode}`;
}

function described({
  addresses,
  withHome,
  accepted,
  wrong,
  precision,
  recall,
  recallAt3,
  lookUps,
  homesRead,
}: Measurement) {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return [
    `${addresses} addresses, ${withHome} of one home`,
    `${accepted} accepted, ${wrong.length} wrong: precision ${percent(precision)}, recall ${percent(recall)}`,
    `recall at 3 ${percent(recallAt3)}`,
    `look-ups ${lookUps.mean.toFixed(1)} (most ${lookUps.most}), homes read ${homesRead.mean.toFixed(0)} (most ${homesRead.most})`,
  ].join('; ');
}
