import type { Weather } from '../weather/weather.ts';
import type { Json } from '../world/process.ts';
import { readings } from './readings.ts';
import type { Receiver } from './receiver.ts';

/** What a system says that it took. */
interface Receipt {
  readonly flagId: string;
  readonly version: number;
}

/** The receipts of messages, as a system writes them: one that lies claims another version here and there. */
export function claimsOf({ system, kind }: Receiver, bodies: readonly Json[], weather: Weather): Receipt[] {
  return bodies.map(body => {
    const { reference: flagId, version } = readings[system]?.(body) ?? { reference: '', version: 1 };
    const lies = kind === 'lying' && weather.drawn(`lie ${system}`) < 0.2;
    return {
      flagId,
      version: lies ? Math.max(1, version + (weather.drawn(`lie ${system}`) < 0.5 ? 1 : -1)) : version,
    };
  });
}

/** The whole set of a system as it says it; one that lies leaves some of it out, and has some too new. */
export function wholeSetOf({ versions, kind, system }: Receiver, weather: Weather, isHonest: boolean): Json {
  const flags = [...versions].map(([id, version]) => ({ id, version }));
  if (isHonest || kind !== 'lying') return { flags, own: [] };
  const isTrue = () => weather.drawn(`lie ${system}`) < 0.7;
  return {
    flags: flags.filter(isTrue).map(one => (isTrue() ? one : { ...one, version: one.version + 1 })),
    own: [],
  };
}
