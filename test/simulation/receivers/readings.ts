import type { Json } from '../world/process.ts';

/** What one message of the hub says, as the system that gets it reads it. */
export interface Reading {
  /** The same in every message about one warning. */
  readonly reference: string;
  readonly version: number;
  /** What is then shown; nothing once it is cleared. */
  readonly shown: Shown | undefined;
}

/** A warning as a system shows it: on which homes, and in which words. */
export interface Shown {
  readonly homes: readonly string[];
  readonly words: Readonly<Record<string, Json>>;
}

const uprnIn = (units: Json[]): string[] =>
  units.flatMap(({ reference }) =>
    reference.flatMap((one: Json) => (one.allocatedBy === 'UPRN' ? [one.id] : [])),
  );
const byUprn = (places: Json[]): string[] => places.map(({ uprn }) => uprn);

/** A message without what says which announcement it was, and when. */
function wordsOf(message: Json, without: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !without.includes(name)));
}

function reading(
  about: { reference: string; version: number },
  active: boolean,
  shown: () => Shown,
): Reading {
  return { ...about, shown: active ? shown() : undefined };
}

/** How each system reads what it is sent: by its own message alone. */
export const readings: Readonly<Record<string, (body: Json) => Reading>> = {
  repairs: body =>
    reading({ reference: body.reference[0].id, version: body.version }, body.action !== 'cleared', () => ({
      homes: uprnIn(body.sitePropertyUnit).sort(),
      words: wordsOf(body, ['messageId', 'action', 'version', 'sitePropertyUnit', 'noLongerAt', 'eventTime']),
    })),
  tenancy({ eventData: { newData } }) {
    const { alertId: reference, version, isActive } = newData;
    return reading({ reference, version }, isActive, () => ({
      homes: byUprn(newData.assets).sort(),
      words: wordsOf(newData, ['version', 'assets', 'noLongerAt']),
    }));
  },
  /** A sheet: of the rows of a message those stay that are not cleared, in place of all with the same reference. */
  leaks({ rows }) {
    const [{ Reference: reference, Version: version }] = rows;
    const standing = rows.filter(({ Action }: Json) => Action !== 'cleared');
    return reading({ reference, version }, standing.length > 0, () => ({
      homes: standing
        .map(({ UPRN }: Json) => UPRN)
        .filter(Boolean)
        .sort(),
      words: wordsOf(standing[0], ['Block', 'Flat', 'UPRN', 'Action', 'Version', 'Hub event']),
    }));
  },
  complaints: ({ warning }) =>
    reading(warning, warning.action !== 'cleared', () => ({
      homes: byUprn(warning.places).sort(),
      words: wordsOf(warning, ['action', 'version', 'places', 'noLongerAt', 'hubEventId', 'announcedAt']),
    })),
  disrepair: ({ alternateKey, version, row }) =>
    reading({ reference: alternateKey.hc_flagid, version }, row.hc_active, () => ({
      homes: (row.hc_uprns ?? '').split(', ').filter(Boolean).sort(),
      words: wordsOf(row, ['hc_uprns', 'hc_propertyreferences', 'hc_nolongeratuprns', 'hc_hubevent']),
    })),
};
