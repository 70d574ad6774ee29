import { askedBy } from '../../core/envelope/officers-event.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { refuseUnlessVisible } from './access.ts';
import { forgetRequest, forgottenResponse } from './contract.ts';
import { forgetOnce } from './forget-once.ts';

export const forgetCrossReference = defineEndpoint({
  method: 'POST',
  path: '/v1/cross-references/forget',
  scopes: ['lintel/write'],
  tag: 'Quarantine',
  summary: 'Forget what a system’s key means: what followed from it is asked about again',
  description: 'Asked again under the same Idempotency-Key, it is done once and answered alike.',
  headers: idempotencyKeyHeader,
  body: forgetRequest,
  answers: { 200: { description: 'Forgotten, now or before', schema: forgottenResponse } },
  problems: {
    403: 'The system is not of the team’s',
    404: 'The key was never learnt, or is forgotten',
    422: 'The Idempotency-Key was used for something else',
  },
  shows: 'nothing',
  run: async (deps, { viewer, reading, headers, body: { system, key } }) => {
    refuseUnlessVisible(deps, viewer, system);
    const asked = askedBy(reading.officer, headers['idempotency-key'], { forget: key, of: system });
    const by = { officer: reading.officer, role: reading.role };
    const answer = await forgetOnce(deps, { system, key }, by, asked);
    if (answer !== undefined) return { answer };
    const detail = `Nothing is learnt of the key ${key} of ${system} now. GET /v1/cross-references lists what is.`;
    throw new ApiProblem({ status: 404, title: 'Not learnt', detail });
  },
});
