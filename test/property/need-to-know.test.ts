import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../functions/adapters/contract.ts';
import { adapters } from '../../functions/adapters/registry.ts';
import { announcementFor } from '../../functions/core/views/announcement.ts';
import { deliverFlag } from '../../functions/delivery/deliver/deliver-flag.ts';
import { logger } from '../../functions/shell/logger.ts';
import type { HubFlagEvent, SystemEvent } from '../../schemas/catalogue.ts';
import { flagDefinition, flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import type { LocalReference } from '../../schemas/reference.ts';
import { type Team, teamSchema } from '../../schemas/teams.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4, flat7, instant, mrB, mrsA } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');
const at = fc
  .integer({ min: 0, max: 30 })
  .map(n => new Date(Date.UTC(2025, 5, 2) + n * 6 * 3_600_000).toISOString());
const codes = flagDefinitions.filter(flag => !('derived' in flag)).map(({ code }) => code);

/** What somebody wrote down about a person, in words that stand nowhere else. */
const secret = fc.integer({ min: 0, max: 999 }).map(n => ({
  text: `SECRET ${n}`,
  classification: 'special-category' as const,
}));
const tenancyReference = 'T-1' as LocalReference;

const assertion = fc
  .record({
    ...{
      at,
      code: fc.constantFrom(...codes),
      text: secret,
      holds: fc.boolean(),
      person: fc.constantFrom(mrsA, mrB),
    },
    ...{ system: fc.constantFrom('tenancy', 'repairs', 'complaints'), home: fc.constantFrom(flat4, flat7) },
  })
  .map(({ code, text, holds, person, home, ...when }) => {
    const { hangsOn } = flagDefinition(code);
    const on = hangsOn === 'person' ? { persons: [person] } : { home };
    const about = { code, localCode: 'X', ...(hangsOn === 'tenancy' && { tenancyReference }) };
    return holds
      ? eventOf({ ...when, ...on, type: 'housing.flag.asserted.v1', data: { ...about, basis: text } })
      : eventOf({ ...when, ...on, type: 'housing.flag.withdrawn.v1', data: { ...about, reason: text } });
  });

const happening = fc
  .record({ at, text: secret, home: fc.constantFrom(flat4, flat7) })
  .map(({ text, ...where }) =>
    eventOf({
      ...{ ...where, system: 'tenancy', type: 'housing.tenancy.contact-recorded.v1', persons: [mrB] },
      data: { channel: 'call', note: text },
    }),
  );
const moving = fc
  .record({ at, home: fc.constantFrom(flat4, flat7), person: fc.constantFrom(mrsA, mrB) })
  .map(({ person, ...where }) =>
    eventOf({
      ...{ ...where, system: 'tenancy', type: 'housing.tenancy.started.v1', persons: [person] },
      data: { tenancyReference, tenure: 'Secure', household: [{ person, responsible: true }] },
    }),
  );
const told: fc.Arbitrary<SystemEvent[]> = fc.uniqueArray(fc.oneof(assertion, assertion, happening, moving), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 25,
});

function announcedOf(events: readonly SystemEvent[]): HubFlagEvent[] {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  return hub.announcements;
}

let logged: unknown[];
beforeEach(() => {
  logged = [];
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void logged.push(line));
  }
});
afterEach(() => vi.restoreAllMocks());

/** Delivers to a system as its own function does; gives what the system got. */
async function delivered(
  adapter: Pick<Adapter, 'manifest' | 'outbound'>,
  event: HubFlagEvent,
): Promise<unknown[]> {
  const sent: unknown[] = [];
  await deliverFlag(
    {
      adapter,
      deliveries: {
        begin: () => Promise.resolve({ kind: 'begun', isShown: false }),
        finish: () => Promise.resolve(true),
        abandon: () => Promise.resolve(),
        acknowledge: () => Promise.reject(new Error('Nothing is acknowledged here')),
      },
      directory: { placesOf: () => Promise.resolve(new Map()), homesIn: () => Promise.resolve([]) },
      send(message) {
        sent.push(message);
        return Promise.resolve({ kind: 'taken', acknowledged: true });
      },
      now: () => now,
      newToken: () => 'token',
    },
    event,
  );
  return sent;
}

describe('free text about a person', () => {
  it('is in no announcement, in no message to any system and in no line of a log', async () => {
    let messages = 0;
    const property = fc.asyncProperty(told, async events => {
      const announcements = announcedOf(events);
      expect(JSON.stringify(announcements)).not.toContain('SECRET');
      for (const event of announcements) {
        for (const adapter of adapters) {
          const sent = await delivered(adapter, event);
          const plain = await delivered({ manifest: adapter.manifest }, event);
          messages += sent.length;
          expect(JSON.stringify([sent, plain])).not.toContain('SECRET');
        }
      }
      expect(JSON.stringify(logged)).not.toContain('SECRET');
    });
    await fc.assert(property, { numRuns: runs(60) });
    expect(messages).toBeGreaterThan(100);
  });

  it('would be found: the events that were heard are full of it', () => {
    const [events = []] = fc.sample(told, { numRuns: 1, seed: 3 });
    expect(JSON.stringify(events)).toContain('SECRET');
  });
});

describe('a system', () => {
  it('is told of what its team may know, and of nothing else', async () => {
    const property = fc.asyncProperty(told, async events => {
      for (const event of announcedOf(events)) {
        for (const adapter of adapters) {
          const isFor = flagVisibility(event.data.flag.code, adapter.manifest.team) !== 'none';
          expect(await delivered(adapter, event)).toHaveLength(isFor ? 1 : 0);
        }
      }
    });
    await fc.assert(property, { numRuns: runs(30) });
  });
});

describe('what is between the officers who look after a flag', () => {
  const [raised] = announcedOf([
    eventOf({
      ...{ type: 'housing.flag.asserted.v1', at: '2025-06-02T09:00:00Z', system: 'tenancy', persons: [mrB] },
      data: { code: 'verbal-abuse', localCode: 'VA' },
    }),
  ]);
  const contested = (event: HubFlagEvent | undefined): HubFlagEvent => {
    if (event === undefined) throw new Error('nothing was announced');
    const between = {
      conflict: { deniedBy: ['repairs'], since: now },
      clearanceRequested: now,
      personTold: 'not-informed' as const,
    };
    return { ...event, data: { ...event.data, flag: { ...event.data.flag, ...between } } } as HubFlagEvent;
  };
  const sees = (team: Team) => {
    const flag = announcementFor(team, contested(raised))?.data.flag ?? {};
    return ['conflict', 'clearanceRequested', 'personTold'].filter(name => name in flag);
  };

  it.each(teamSchema.options)('goes to %s as far as it needs to know', team => {
    const isInCharge = team === 'management' || team === flagDefinition('verbal-abuse').owner;
    const knowsWhy = flagVisibility('verbal-abuse', team) === 'full';
    const wanted = [
      ...(isInCharge ? ['conflict', 'clearanceRequested'] : []),
      ...(knowsWhy ? ['personTold'] : []),
    ];
    expect(sees(team)).toEqual(wanted);
  });
});
