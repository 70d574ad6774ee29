import type { HappenedAt, HomeLocator, Translation } from '../contract.ts';
import { present } from '../kit/present.ts';
import { type NewsOfClaim, saidBy } from './drafts.ts';
import type { ClaimMessage } from './vendor.ts';

/**
 * A message about a claim as shared events: none where a claim was edited without another stage.
 * @returns a problem when the claim says neither a UPRN nor a property reference: nobody could tell which home it means.
 */
export function inbound(message: ClaimMessage): Translation {
  if (message.step === 'edited') return { ok: true, events: [] };
  const home = homeOf(message);
  if (home === undefined) {
    const problem = {
      path: '/claim/hc_uprn',
      message: 'The claim has neither a UPRN nor a property reference',
      expected: 'hc_uprn or hc_propertyreference, in the row or in the step’s post-image',
    };
    return { ok: false, problems: [problem] };
  }
  const { operationId, correlationId } = message;
  const common = present({ vendorEventId: operationId, vendorCorrelationId: correlationId, home });
  const happened = happenedOf(message);
  return { ok: true, events: saidBy(message).map(said => ({ ...common, happened, ...said })) };
}

function homeOf({ claim: { hc_uprn, hc_propertyreference } }: ClaimMessage): HomeLocator | undefined {
  if (hc_uprn !== undefined) return { by: 'uprn', uprn: hc_uprn };
  return hc_propertyreference && { by: 'reference', reference: hc_propertyreference };
}

/** When the claim's own column says, else when the row was changed. */
function happenedOf({ step, claim, at }: NewsOfClaim): HappenedAt {
  if (step === 'received') return claim.hc_receivedon;
  if (step === 'responded') return claim.hc_respondedon ?? at;
  return (step === 'issued' ? claim.hc_issuedon : claim.hc_closedon) ?? at;
}
