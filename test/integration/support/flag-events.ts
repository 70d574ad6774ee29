import { announce } from '../../../functions/core/flags/announce.ts';
import { flagId } from '../../../functions/core/flags/flag-id.ts';
import type { DerivedFlag } from '../../../functions/core/record/subject-record.ts';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import { flat4, instant } from '../../support/events.ts';

const at = instant('2025-06-02T07:41:00Z');

function derived(code: FlagCode): DerivedFlag {
  const { family, hangsOn, severity, instruction } = flagDefinition(code);
  const on = propertySubject(flat4);
  return {
    id: flagId({ code, on }),
    code,
    on,
    family,
    hangsOn,
    severity,
    instruction,
    state: 'active',
    since: at,
    sources: ['leaks'],
    places: [flat4],
  };
}

/** The announcement that a flag on flat 4 holds, as the commit of this version made it. */
export function raised(code: FlagCode, version: number): HubFlagEvent {
  const [event] = announce(
    {},
    { [code]: derived(code) },
    { version, at, events: [] },
    () => 'withdrawn',
  ).announcements;
  if (event === undefined) throw new Error('nothing was announced');
  return event;
}

/** The announcement that it no longer holds. */
export function cleared(code: FlagCode, version: number): HubFlagEvent {
  const before = { [code]: { ...derived(code), version: version - 1, changedAt: at } };
  const [event] = announce(before, {}, { version, at, events: [] }, () => 'withdrawn').announcements;
  if (event === undefined) throw new Error('nothing was announced');
  return event;
}

/** The announcement that something about it changed: somebody else says so too. */
export function changed(code: FlagCode, version: number): HubFlagEvent {
  const before = { [code]: { ...derived(code), version: version - 1, changedAt: at } };
  const after = { [code]: { ...derived(code), sources: ['leaks', 'repairs'] } };
  const [event] = announce(before, after, { version, at, events: [] }, () => 'withdrawn').announcements;
  if (event === undefined) throw new Error('nothing was announced');
  return event;
}
