import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { flagEvent } from '../flags/flag-event.ts';
import { parseFlagId } from '../flags/flag-id.ts';
import { identityOf } from '../record/flag-identity.ts';
import { uprnOf } from '../record/subject-record.ts';

/** Announces a flag again that a system lacks: raised where it does not hold it, changed where it holds an older version. */
export function announceAgain(kind: 'missing' | 'stale', flag: Flag): HubFlagEvent {
  return flagEvent(kind === 'missing' ? 'housing.flag.raised.v1' : 'housing.flag.changed.v1', { flag });
}

/** An announcement to a system that does not show the flag: what has changed is new to it, and raised. */
export function asRaised(event: HubFlagEvent): HubFlagEvent {
  if (event.type !== 'housing.flag.changed.v1') return event;
  const { correlationid, causationid, data } = event;
  return { ...announceAgain('missing', data.flag), correlationid, causationid };
}

/**
 * Announces that a flag is not in force, from its id alone. It says no more than that nobody says so: what a system holds that
 * nobody owes it may never have been true.
 * @param version of the record that was read: whatever that subject's flags are later has a higher one
 * @param at the latest that the record was heard of: of one version the same, however often it is said
 * @returns undefined where the id is no flag's.
 */
export function announceClearance(id: string, version: number, at: Instant): HubFlagEvent | undefined {
  const identified = parseFlagId(id);
  if (identified === undefined || version === 0) return undefined;
  const { code, on } = identified;
  const { family, hangsOn, severity, instruction } = flagDefinition(code);
  const uprn = uprnOf(on);
  const flag: Flag = {
    id,
    ...identityOf(identified),
    on,
    family,
    hangsOn,
    severity,
    instruction,
    state: 'active',
    since: at,
    sources: [],
    places: uprn === undefined ? [] : [uprn],
    version,
    changedAt: at,
  };
  return flagEvent('housing.flag.cleared.v1', { flag, reason: 'withdrawn' });
}
