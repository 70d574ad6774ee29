import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import { flagAction, howItStands, placesLeft, regarding, whyEnded } from '../kit/announcement.ts';
import { present } from '../kit/present.ts';
import { listedOn, textBeside } from '../kit/shared-words.ts';
import { wordFor } from './flag-codes.ts';

const statusCodes = {
  alleged: 'alleged',
  confirmed: 'confirmed',
  'review-due': 'reviewDue',
  'review-overdue': 'reviewOverdue',
} as const;
const endReasons = {
  resolved: 'resolved',
  withdrawn: 'withdrawn',
  decided: 'decided',
  expired: 'expired',
  moved: 'tenancyEnded',
  unlisted: 'missingFromExtract',
  otherPerson: 'otherPerson',
  inError: 'enteredInError',
} as const;

const textOf = textBeside(wordFor);

/**
 * A flag announcement as a HACT alert regarding a person or a location, with the homes that it shows on. HACT has no
 * message for an alert that changes or ends, so `action` and `version` say which this is and what it replaces. The
 * comments are the instruction, named where several flags have HACT's code in common: HACT's privacy rule keeps the reasons off an operative's work order.
 */
export function outbound(event: HubFlagEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const person = flag.on.startsWith('person/') ? flag.on.slice('person/'.length) : undefined;
  const listed = listedOn(flag);
  const units = (uprns: readonly Uprn[]) => uprns.map(uprn => unitOf(uprn, context));
  return {
    contentType: 'application/json',
    body: present({
      messageType: listed === 'person' ? 'AlertRegardingPerson' : 'AlertRegardingLocation',
      messageId: event.id,
      reference: [{ id: flag.id, allocatedBy: 'lintel' }],
      action: flagAction(event),
      version: flag.version,
      type: wordFor(flag.code, listed),
      severity: flag.severity,
      comments: textOf(flag),
      sharedCode: flag.code,
      customer: person === undefined ? undefined : { reference: [customerOf(person)] },
      tenancyReference: flag.tenancyReference,
      sitePropertyUnit: units(flag.places),
      noLongerAt: units(placesLeft(event)),
      statusCode: howItStands(statusCodes, event),
      endReason: whyEnded(endReasons, event),
      since: flag.since,
      eventTime: event.time,
      reviewDue: flag.reviewDue,
      heardFrom: flag.sources,
      regarding: regarding(event),
    }),
  };
}

/** Each home by the repairs system's own reference, where it has one, and by UPRN. */
function unitOf(uprn: Uprn, { system, referenceOf }: OutboundContext) {
  const reference = referenceOf(uprn);
  const own = reference === undefined ? [] : [{ id: reference, allocatedBy: system }];
  return { reference: [...own, { id: uprn, allocatedBy: 'UPRN' }] };
}

/** `tenancy:7d1f3c1e` as a HACT reference: the key, and the system that allocated it. */
function customerOf(person: string) {
  const [allocatedBy = '', ...key] = person.split(':');
  return { id: key.join(':'), allocatedBy };
}
