import { derivedId } from '../../core/envelope/derived-id.ts';
import { decide } from '../../core/quarantine/resolution.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import type { KeptResolution, QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import { type ApiDeps, defineEndpoint } from '../properties/sources.ts';
import { amendmentOf } from './amendment.ts';
import { refuseUnlessAnswer } from './answer-access.ts';
import { quarantinePath, resolvedResponse, resolveRequest } from './contract.ts';
import { correctedOf } from './corrected-payload.ts';
import { encryptedPayload } from './encrypted-payload.ts';
import { unknownItem, visibleItem } from './quarantine-access.ts';

/** How often a decision is taken again because the item moved meanwhile. */
const attempts = 3;

export const resolveQuarantined = defineEndpoint({
  method: 'POST',
  path: '/v1/quarantine/{id}/resolve',
  scopes: ['lintel/write'],
  tag: 'Quarantine',
  summary: 'Say which home or person is meant, or give a corrected payload: once',
  description: 'The item, and everything else that waits for the same key, is re-submitted by itself.',
  params: quarantinePath,
  headers: idempotencyKeyHeader,
  body: resolveRequest,
  answers: { 202: { description: 'Taken, now or before', schema: resolvedResponse } },
  problems: {
    ...unknownItem,
    409: 'Resolved in another way already, or what was first heard of it is still on its way',
    413: 'The payload is too large',
    422: 'No such home or person, that is not what it waits for, or not the event that was amended',
  },
  shows: 'the-decision',
  run: async (deps, { viewer, reading, params: { id }, headers, body }) => {
    const asked = { key: headers['idempotency-key'], fingerprint: derivedId(body) };
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const item = await visibleItem(deps, viewer, id);
      const decision = decide(item, asked);
      if (decision.is === 'conflict') break;
      if (decision.is === 'repeated') return answerOf(id, decision.resolution);
      const resolution: KeptResolution = {
        at: deps.now(),
        by: { officer: reading.officer, role: reading.role },
        ...(body.uprn !== undefined && { uprn: body.uprn }),
        ...(body.person !== undefined && { person: body.person }),
        ...(body.payload !== undefined && { corrected: true }),
        ...(body.payload === undefined && item.key !== undefined && { answers: item.key }),
        request: asked,
      };
      await refuseUnlessAnswer(deps, item, body);
      const corrected =
        body.payload === undefined ? undefined : await correctedPayload(deps, item, body.payload);
      if (await deps.resolver.resolve(item, resolution, corrected)) return answerOf(id, resolution);
    }
    throw new ApiProblem({
      status: 409,
      title: 'Resolved already',
      detail:
        'Somebody has resolved this in another way, or the Idempotency-Key was used for another decision. GET it.',
    });
  },
});

async function correctedPayload(deps: ApiDeps, item: QuarantineItem, said: unknown) {
  const payload = await encryptedPayload(deps.encrypt, item, said);
  return item.reason === 'amended' ? amendmentOf(deps, item, payload) : correctedOf(item, payload);
}

function answerOf(id: QuarantineItem['id'], resolution: KeptResolution) {
  return { status: 202, answer: { id, resolution } };
}
