import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import { flagAction, howItStands, localWord, placesLeft, regarding, whyEnded } from '../kit/announcement.ts';
import { present } from '../kit/present.ts';
import { flagCodes } from './flag-codes.ts';

const statuses = {
  alleged: 'Alleged',
  confirmed: 'Confirmed',
  'review-due': 'Review due',
  'review-overdue': 'Review overdue',
} as const;
const endReasons = {
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
  decided: 'Decided by an officer',
  expired: 'Not reviewed in time',
  moved: 'Tenancy ended',
  unlisted: 'Missing from the source’s list',
  otherPerson: 'With another person',
  inError: 'Entered in error',
} as const;

/** The word of the system's list for a flag. */
export const wordFor = (code: FlagCode): string => localWord(flagCodes, code);

/**
 * A flag announcement as a row that the case system's connector upserts by its alternate key, unless the row there has
 * a higher `version`. Columns hold text: homes are listed by UPRN with commas. The instruction is sent, the reason never.
 */
export function outbound(event: HubFlagEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const listed = (uprns: readonly Uprn[]) => (uprns.length > 0 ? uprns.join(', ') : undefined);
  const own = flag.places.flatMap(uprn => context.referenceOf(uprn) ?? []);
  const row = present({
    hc_active: flagAction(event) !== 'cleared',
    hc_warning: wordFor(flag.code),
    hc_severity: flag.severity,
    hc_instruction: flag.instruction,
    hc_status: howItStands(statuses, event),
    hc_endreason: whyEnded(endReasons, event),
    hc_since: flag.since,
    hc_reviewon: flag.reviewDue,
    hc_propertyreferences: own.length > 0 ? own.join(', ') : undefined,
    hc_uprns: listed(flag.places),
    hc_nolongeratuprns: listed(placesLeft(event)),
    hc_heardfrom: flag.sources.join(', '),
    hc_regarding: regarding(event)?.join(', '),
    hc_hubevent: event.id,
  });
  return {
    contentType: 'application/json',
    body: {
      entitySet: 'hc_homewarnings',
      alternateKey: { hc_flagid: flag.id },
      version: flag.version,
      row,
    },
  };
}
