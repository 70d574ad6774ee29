import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import { flagAction, howItStands, localWord, placesLeft, regarding, whyEnded } from '../kit/announcement.ts';
import { present } from '../kit/present.ts';
import { flagCodes } from './flag-codes.ts';

const statuses = {
  alleged: 'alleged',
  confirmed: 'confirmed',
  'review-due': 'review due',
  'review-overdue': 'review overdue',
} as const;
const endings = {
  resolved: 'resolved',
  withdrawn: 'withdrawn',
  decided: 'decided',
  expired: 'not reviewed in time',
  moved: 'tenancy ended',
  unlisted: 'missing from the source’s list',
  otherPerson: 'with another person',
  inError: 'entered in error',
} as const;

/** The word of the system's list for a flag. */
export const wordFor = (code: FlagCode): string => localWord(flagCodes, code);

/**
 * A flag announcement as the case system takes it: `{ warning: { … } }` with the instruction and never the reason.
 * The case system keeps the highest `version` of each `reference`, and shows it on the `places` of that version only.
 */
export function outbound(event: HubFlagEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const placeOf = (uprn: Uprn) => present({ property: context.referenceOf(uprn), uprn });
  const warning = present({
    reference: flag.id,
    action: flagAction(event),
    version: flag.version,
    marker: wordFor(flag.code),
    severity: flag.severity,
    instruction: flag.instruction,
    status: howItStands(statuses, event),
    endedBecause: whyEnded(endings, event),
    since: flag.since,
    reviewOn: flag.reviewDue,
    places: flag.places.map(placeOf),
    noLongerAt: placesLeft(event).map(placeOf),
    sources: flag.sources,
    regarding: regarding(event),
    hubEventId: event.id,
    announcedAt: event.time,
  });
  return { contentType: 'application/json', body: { warning } };
}
