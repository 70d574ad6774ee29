import { deliveryExamples } from './delivery/examples.ts';
import { intakeExamples } from './intake/examples.ts';
import { decisionExamples } from './officers/decisions/examples.ts';
import { officersExamples } from './officers/examples.ts';
import type { EndpointExamples } from './shell/http/endpoint-examples.ts';

/**
 * An example of every request and answer of the API. They stand beside the endpoints and not in them, so that no function
 * carries them; the contract tests hold each against its endpoint’s schema.
 */
export const examples: EndpointExamples = {
  ...officersExamples,
  ...decisionExamples,
  ...deliveryExamples,
  ...intakeExamples,
};
