import type { HappenedAt, HomeLocator, Translation } from '../contract.ts';
import { present } from '../kit/present.ts';
import { saidFlags } from '../kit/said-flags.ts';
import { saidBy, sealed } from './drafts.ts';
import type { ClaimMessage, ClaimStep } from './vendor.ts';

type WholeMessage = Exclude<ClaimMessage, ClaimStep<'cut'>>;

/**
 * A message about a claim as shared events: of one that was edited without another stage, only what it says of warnings.
 * @returns a problem when the claim says neither a UPRN nor a property reference: nobody could tell which home it means.
 */
export function inbound(message: ClaimMessage): Translation {
  if (message.step === 'cut') return cut(message);
  const warnings = warningsIn(message);
  if (message.step === 'edited' && warnings.length === 0) return { ok: true, events: [] };
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
  const steps = message.step === 'edited' ? [] : saidBy(message);
  const events = [
    ...steps.map(said => ({ ...common, happened: happenedOf(message), ...said })),
    ...warnings.map(said => ({ ...common, happened: message.at, ...said })),
  ];
  return { ok: true, events };
}

/** Nobody can correct it: what changed was left out before it came here. It waits for somebody who looks at the row. */
function cut({ row }: ClaimStep<'cut'>): Translation {
  const problem = {
    path: '/InputParameters',
    message: 'The message was cut for size: above 256 KB Dataverse sends neither the row nor its images',
    expected: `the row ${row === undefined ? '' : `hc_disrepairclaims(${row}) `}as Dataverse has it, in a corrected payload; fewer columns in the step’s images`,
    ...(row !== undefined && { received: row }),
  };
  return { ok: false, isForSender: false, problems: [problem] };
}

function homeOf({ claim: { hc_uprn, hc_propertyreference } }: WholeMessage): HomeLocator | undefined {
  if (hc_uprn !== undefined) return { by: 'uprn', uprn: hc_uprn };
  return hc_propertyreference && { by: 'reference', reference: hc_propertyreference };
}

/** When the claim's own column says, else when the row was changed. */
function happenedOf({ step, claim, at }: WholeMessage): HappenedAt {
  if (step === 'edited') return at;
  if (step === 'received') return claim.hc_receivedon;
  if (step === 'responded') return claim.hc_respondedon ?? at;
  return (step === 'issued' ? claim.hc_issuedon : claim.hc_closedon) ?? at;
}

/** What the row says of the home: which warnings are so, and which are over. */
function warningsIn({ changed: { hc_warnings, hc_warningsover, hc_warningnote } }: WholeMessage) {
  return saidFlags({ said: hc_warnings, over: hc_warningsover, text: sealed(hc_warningnote, 'personal') });
}
