import { expect, it } from 'vitest';
import { refusalProblem } from '../../../functions/officers/decisions/refusal-problem.ts';
import { larchHouse } from '../../support/events.ts';

it.each([
  ['forbidden', 403, 'Not for this officer'],
  ['conflict', 409, 'Not as the flag stands'],
  ['invalid', 422, 'Not like this'],
] as const)('a refusal that is %s is answered with %d', (kind, status, title) => {
  expect(refusalProblem({ kind, detail: 'Because.' }).problem).toEqual({ status, title, detail: 'Because.' });
});

it.each([
  [{ kind: 'person' }, 'POST /v1/persons/{ref}/flags'],
  [{ kind: 'property' }, 'POST /v1/properties/{uprn}/flags'],
  [{ kind: 'property', uprn: larchHouse }, `POST /v1/properties/${larchHouse}/flags`],
] as const)('the request that raises a flag on %j is named', (raiseOn, request) => {
  const refusal = { detail: 'No', errors: [{ path: 'code', message: 'No' }], raiseOn };
  expect(refusalProblem({ kind: 'invalid', ...refusal }).problem).toMatchObject({
    detail: `No: ${request}`,
    errors: [{ path: 'code', message: `No: ${request}` }],
  });
});
