import { expect, it } from 'vitest';
import { adapterFor } from '../../../../functions/adapters/registry.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2026-06-01T00:00:00Z');

/** What a system says of the hold on flat 4, under a reference of its own. */
function hold(system: string, type: 'asserted' | 'withdrawn', at: string, reference: string): SystemEvent {
  const entry = adapterFor(system)?.flagCodes.find(({ code }) => code === 'disrepair-claim');
  if (entry === undefined) throw new Error(`${system} has no word for a disrepair claim`);
  const data = { code: entry.code, localCode: entry.local, localReference: reference as LocalReference };
  return eventOf({ type: `housing.flag.${type}.v1`, system, at, home: flat4, data });
}

it('an alert DIS of the tenancy system and a claim of the disrepair team are one flag, until both end', () => {
  const hub = memoryHub();
  const standing = () => hub.stored(propertySubject(flat4))?.flags['disrepair-claim']?.sources;
  hub.hear([hold('tenancy', 'asserted', '2026-04-01T09:00:00Z', 'A-1')], now);
  hub.hear([hold('disrepair', 'asserted', '2026-04-17T08:30:00Z', 'DR-1')], now);
  expect(standing()).toEqual(['disrepair', 'tenancy']);
  hub.hear([hold('disrepair', 'withdrawn', '2026-05-20T09:00:00Z', 'DR-1')], now);
  expect(standing()).toEqual(['tenancy']);
  hub.hear([hold('tenancy', 'withdrawn', '2026-05-21T09:00:00Z', 'A-1')], now);
  expect(standing()).toBeUndefined();
  const said = hub.announcements.map(({ type }) => type.split('.')[2]);
  expect(said).toEqual(['raised', 'changed', 'changed', 'cleared']);
});
