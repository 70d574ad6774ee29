import { type Place, placeSchema } from '../../../functions/core/identity/place.ts';
import { makeWorld, type SimulatedHub } from '../../simulation/make-world.ts';
import { importPlaces } from '../../simulation/story/gazetteer.ts';
import type { FaultKind } from '../../simulation/weather/fault.ts';
import { type Estate, leaksKey } from './estate.ts';

/** What a record's change takes through the stream on AWS, to the poller's call of the relay. */
const streamMilliseconds = 260;

/** The stream as AWS has it: the world's own is read at once. */
const streamOfAws: FaultKind = {
  name: 'stream of AWS',
  says: 'every read of a stream waits as on AWS',
  rate: 1,
  standstill: () => streamMilliseconds,
};

/** A calm world whose stream is as slow as AWS's, with an estate in its gazetteer. */
export async function simulatedEstate({ homes }: Estate): Promise<SimulatedHub> {
  const weather = { kinds: [streamOfAws], until: 24 * 3_600_000 };
  const hub = await makeWorld({ seed: 1, receiver: 'comparing', weather });
  const blocks = new Map(homes.map(({ block, blockName }) => [block, blockName]));
  const common = { status: 'approved', postcode: 'SE15 4PX' };
  const places: Place[] = [
    ...[...blocks].map(([uprn, name]) => ({ uprn, address: `${name}, Quay Street`, references: {} })),
    ...homes.map(home => ({
      uprn: home.uprn,
      address: `Flat ${home.flat}, ${home.blockName}, Quay Street`,
      ...{ blockUprn: home.block, floor: 'First', stack: 'A' },
      references: { repairs: [home.repairs], tenancy: [home.tenancy], leaks: [leaksKey(home)] },
    })),
  ].map(place => placeSchema.parse({ ...common, ...place }));
  await importPlaces(hub.world.dynamodb, places);
  return hub;
}
