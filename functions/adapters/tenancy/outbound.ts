import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { type FlagCode, namedInstruction } from '../../../schemas/flags.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import { flagAction, howItStands, localWord, placesLeft, regarding, whyEnded } from '../kit/announcement.ts';
import { present } from '../kit/present.ts';
import { hubSystemName } from './events/alert.ts';
import { flagCodes } from './flag-codes.ts';

const eventTypes = {
  raised: 'CautionaryAlertCreatedEvent',
  changed: 'CautionaryAlertUpdatedEvent',
  cleared: 'CautionaryAlertEndedEvent',
} as const;

const endReasons = {
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
  decided: 'EndedByDecision',
  expired: 'ReviewLapsed',
  moved: 'TenureEnded',
  unlisted: 'MissingFromExtract',
  otherPerson: 'HeldByOtherPerson',
  inError: 'EnteredInError',
} as const;
const statuses = {
  alleged: 'Alleged',
  confirmed: 'Confirmed',
  'review-due': 'ReviewDue',
  'review-overdue': 'ReviewOverdue',
} as const;

/** The word of the system's list for a flag. */
export const wordFor = (code: FlagCode): string => localWord(flagCodes, code);

/**
 * A flag announcement in the system's own envelope, with the same field names as its own alerts. `alertId` stays the
 * same through every announcement of one flag, and the highest `version` of it holds. The instruction is sent, the
 * reason never.
 */
export function outbound(event: HubFlagEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const action = flagAction(event);
  const own = `person/${context.system}:`;
  const assets = (uprns: readonly Uprn[]) => uprns.map(uprn => assetOf(uprn, context));
  const newData = present({
    alertId: flag.id,
    version: flag.version,
    code: wordFor(flag.code),
    sharedCode: flag.code,
    severity: flag.severity,
    description: namedInstruction(flag),
    instruction: flag.instruction,
    isActive: action !== 'cleared',
    startDate: flag.since,
    endDate: action === 'cleared' ? event.time : undefined,
    endReason: whyEnded(endReasons, event),
    status: howItStands(statuses, event),
    reviewDate: flag.reviewDue,
    about: flag.on,
    mmhid: flag.on.startsWith(own) ? flag.on.slice(own.length) : undefined,
    tenureId: flag.tenancyReference,
    assets: assets(flag.places),
    noLongerAt: assets(placesLeft(event)),
    heardFrom: flag.sources,
    regarding: regarding(event),
  });
  return {
    contentType: 'application/json',
    body: {
      id: event.id,
      eventType: eventTypes[action],
      sourceDomain: 'CautionaryAlert',
      sourceSystem: hubSystemName,
      version: 'v1',
      correlationId: event.correlationid,
      dateTime: event.time,
      user: { name: hubSystemName },
      entityId: newData.mmhid ?? newData.assets[0]?.assetId ?? newData.alertId,
      eventData: { newData },
    },
  };
}

/** A home by the asset's id, where the system has one, and by UPRN. */
function assetOf(uprn: Uprn, { referenceOf }: OutboundContext) {
  return present({ assetId: referenceOf(uprn), uprn });
}
