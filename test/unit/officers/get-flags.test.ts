import { expect, it } from 'vitest';
import { getFlags } from '../../../functions/officers/flags/get-flags.ts';
import type { ApiDeps } from '../../../functions/officers/properties/sources.ts';
import type { ApiRequest } from '../../../functions/shell/http/officer-request.ts';
import type { LocalReference, Subject, Uprn } from '../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../support/events.ts';
import { memoryHub } from '../../support/memory-hub.ts';
import { unencrypted } from '../../support/unencrypted.ts';

const now = instant('2025-08-01T12:00:00Z');
const code = 'damp-and-mould' as const;

/** A system says of the flag, under a reference of its own, that it holds, and why; or no longer. */
function says(system: string, reference: string, at: string, why?: string) {
  const common = { at, system, home: flat4 };
  const data = { code, localCode: 'DM', localReference: reference as LocalReference };
  const basis = { text: why ?? '', classification: 'personal' as const };
  return why === undefined
    ? eventOf({ ...common, type: 'housing.flag.withdrawn.v1', data })
    : eventOf({ ...common, type: 'housing.flag.asserted.v1', data: { ...data, basis } });
}

async function flagsSeenBy(role: string, events: ReturnType<typeof says>[]) {
  const hub = memoryHub();
  hub.hear(events, now);
  const stored = (subject: Subject) => hub.stored(subject);
  const deps = {
    directory: {
      placesOf: (uprns: Iterable<Uprn>) =>
        Promise.resolve(
          new Map([...uprns].map(uprn => [uprn, { uprn, address: '', postcode: '', references: {} }])),
        ),
      predecessorsOf: () => Promise.resolve([]),
    },
    subjects: {
      subjects: (wanted: Subject[]) =>
        Promise.resolve(
          new Map(wanted.flatMap(one => (stored(one) === undefined ? [] : [[one, stored(one)]]))),
        ),
      rows: (subject: Subject, keys: string[]) =>
        Promise.resolve(keys.map(key => stored(subject)?.rows[key])),
    },
    audit: { write: async () => {} },
    teamOfSystem: () => undefined,
    ...unencrypted,
    now: () => now,
    tokens: { roleClaim: 'role', claimNames: new Map() },
  } as unknown as ApiDeps;
  const request = {
    pathParameters: { uprn: flat4 },
    requestContext: { requestId: 'read-1', authorizer: { jwt: { claims: { role, sub: 'officer' } } } },
  } as unknown as ApiRequest;
  const { body } = await getFlags.answer(deps, request);
  return JSON.parse(body ?? '').flags;
}

const events = [
  says('repairs', 'R-2', '2025-07-03T09:00:00Z', 'Mould behind the wardrobe'),
  says('leaks', 'L-1', '2025-07-01T09:00:00Z', 'Wet wall'),
  says('repairs', 'R-1', '2025-07-02T09:00:00Z', 'Condensation'),
  says('repairs', 'R-1', '2025-07-04T09:00:00Z'),
];

it('gives the basis of every assertion that stands, the earliest first, to those who need to know', async () => {
  expect(await flagsSeenBy('housing-officer', events)).toMatchObject([
    {
      code,
      sources: ['leaks', 'repairs'],
      since: '2025-07-01T09:00:00.000Z',
      basis: [
        { system: 'leaks', basis: 'Wet wall' },
        { system: 'repairs', basis: 'Mould behind the wardrobe' },
      ],
    },
  ]);
});
