import raised from '../../../schemas/examples/housing.flag.raised.v1.accepted.json' with { type: 'json' };
import type { EndpointExamples } from '../../shell/http/endpoint-examples.ts';

const { flag } = raised.data;
const decided = { id: flag.id, state: 'active', flag };
const reason = 'The home was inspected today.';
const raise = { code: 'asbestos', basis: 'Found in the boxing of the bathroom pipes.' };

const answersOfRaising = { 201: decided, 202: { id: flag.id } };

function decision(body: object, done: object = decided): EndpointExamples[string] {
  return { request: { 'application/json': body }, answers: { 200: done, 202: decided } };
}

function same(oneWith: string[]): EndpointExamples[string] {
  const person = 'tenancy:7d1f3c1e';
  return {
    request: {
      'application/json': { other: 'tenancy:45c76564', reason: 'The same date of birth and signature.' },
    },
    answers: { 200: { person, shownAs: oneWith[0] ?? person, oneWith } },
  };
}

/** What an officer decides of flags and is answered, operation by operation. */
export const decisionExamples: EndpointExamples = {
  'POST /v1/properties/{uprn}/flags': {
    request: { 'application/json': raise },
    answers: answersOfRaising,
  },
  'POST /v1/persons/{ref}/flags': {
    request: { 'application/json': { code: 'do-not-visit-alone', basis: 'Threatened an operative.' } },
    answers: answersOfRaising,
  },
  'POST /v1/persons/{ref}/merge': same(['tenancy:45c76564']),
  'POST /v1/persons/{ref}/part': same([]),
  'POST /v1/flags/{id}/approve': decision({ reason }),
  'POST /v1/flags/{id}/refuse': decision({ reason }, { id: flag.id, state: 'cleared', reason: 'decided' }),
  'POST /v1/flags/{id}/review': decision({ reason, until: '2025-12-01' }),
  'POST /v1/flags/{id}/clear': decision({ reason }, { id: flag.id, state: 'cleared', reason: 'decided' }),
  'POST /v1/flags/{id}/told': decision({ informedAt: '2025-06-02T10:15:00+01:00' }),
};
