import type { SystemEventType } from '../../../schemas/catalogue.ts';
import { type ContentOf, eventContent } from '../../../schemas/event-content.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { present } from '../kit/present.ts';
import { openClaim } from './flag-codes.ts';
import type { ClaimMessage, ClaimStep } from './vendor.ts';

/** An event without what all events of one message have in common. */
type Said = ContentOf<SystemEventType>;

/** A message that other teams have to hear of. */
export type NewsOfClaim = Exclude<ClaimMessage, ClaimStep<'edited' | 'cut'>>;

/** What each step of a claim becomes; receiving one puts the home's repairs under legal hold, and closing it lets go. */
export function saidBy(message: NewsOfClaim): Said[] {
  if (message.step === 'received') return received(message);
  if (message.step === 'responded') return responded(message);
  return message.step === 'issued' ? issued(message) : closed(message);
}

/** The hold is the claim's own: its reference tells one claim's hold from another's on the same home. */
function hold({ claim: { hc_claimnumber } }: NewsOfClaim) {
  return { code: openClaim.code, localCode: openClaim.local, localReference: hc_claimnumber };
}

/** Every step that leaves a claim open confirms the hold: a flag that nobody confirms for a year is suspended. */
function holding(message: NewsOfClaim): Said {
  return eventContent('housing.flag.asserted.v1', hold(message));
}

function received(message: ClaimStep<'received'>): Said[] {
  const { hc_claimnumber, hc_letterdated, hc_solicitor, hc_hazards, hc_allegations } = message.claim;
  const data = present({
    claimReference: hc_claimnumber,
    letterDated: hc_letterdated,
    solicitorOrganisation: hc_solicitor,
    defects: hc_hazards.map(hazard => ({ hazard })),
    // What a letter of claim says of a home’s condition it says of the health of those who live there.
    detail: sealed(hc_allegations, 'special-category'),
  });
  return [eventContent('housing.disrepair.claim-received.v1', data), holding(message)];
}

function responded(message: ClaimStep<'responded'>): Said[] {
  const { claim } = message;
  const data = present({
    claimReference: claim.hc_claimnumber,
    liability: claim.hc_liability,
    expert: claim.hc_expert,
    inspectionOn: claim.hc_inspectionon,
    documentsDisclosed: claim.hc_disclosure,
    ...works(message),
  });
  return [eventContent('housing.disrepair.claim-responded.v1', data), holding(message)];
}

function issued(message: ClaimStep<'issued'>): Said[] {
  const { hc_claimnumber, hc_courtnumber, hc_court } = message.claim;
  const data = present({ claimReference: hc_claimnumber, courtReference: hc_courtnumber, court: hc_court });
  return [eventContent('housing.disrepair.claim-issued.v1', data), holding(message)];
}

function closed(message: ClaimStep<'closed'>): Said[] {
  const { claim } = message;
  const data = present({
    claimReference: claim.hc_claimnumber,
    outcome: claim.hc_outcome,
    ...works(message),
  });
  return [
    eventContent('housing.disrepair.claim-closed.v1', data),
    eventContent('housing.flag.withdrawn.v1', hold(message)),
  ];
}

/** One promise for each category of works; what a settlement says of a category takes the place of the response's. */
function works({ claim }: ClaimStep<'responded' | 'closed'>) {
  const { hc_workspromised, hc_worksdueby, hc_terms } = claim;
  const promisedWorks = hc_workspromised.map(category =>
    present({ promiseReference: localReferenceSchema.parse(category), category, dueOn: hc_worksdueby }),
  );
  return {
    promisedWorks: promisedWorks.length > 0 ? promisedWorks : undefined,
    terms: sealed(hc_terms, 'personal'),
  };
}

/** What somebody wrote, sealed; nothing where nothing was written. */
export function sealed(
  text: string | undefined,
  classification: SealedText['classification'],
): SealedText | undefined {
  return text === undefined ? undefined : { text, classification };
}
