import { derivedId } from '../../core/envelope/derived-id.ts';
import { decide } from '../../core/quarantine/resolution.ts';
import { readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { idempotencyKeyHeader } from '../../shell/http/idempotency-key.ts';
import type { KeptResolution, QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import { type ApiDeps, defineEndpoint } from '../properties/sources.ts';
import { quarantinePath, resolvedResponse, resolveRequest } from './contract.ts';
import { correctedOf } from './corrected-payload.ts';
import { unknownItem, visibleItem } from './quarantine-access.ts';

/** How often a decision is taken again because the item moved meanwhile. */
const attempts = 3;

export const resolveQuarantined = defineEndpoint({
  method: 'POST',
  path: '/v1/quarantine/{id}/resolve',
  scopes: ['lintel/write'],
  tag: 'Quarantine',
  summary: 'Say which home is meant, or give a corrected payload: once',
  description: 'The item, and everything else that waits for the same key, is re-submitted by itself.',
  params: quarantinePath,
  headers: idempotencyKeyHeader,
  body: resolveRequest,
  answers: { 202: { description: 'Taken, now or before', schema: resolvedResponse } },
  problems: {
    ...unknownItem,
    409: 'Resolved in another way already',
    413: 'The payload is too large',
    422: 'No such home, or a home is not what it waits for',
  },
  shows: 'nothing',
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
        ...(body.uprn === undefined ? { corrected: true } : { uprn: body.uprn }),
        request: asked,
      };
      if (body.uprn !== undefined) await refuseUnlessHome(deps, item, body.uprn);
      const corrected = body.uprn === undefined ? correctedOf(item, body.payload) : undefined;
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

function answerOf(id: QuarantineItem['id'], resolution: KeptResolution) {
  return { status: 202, answer: { id, resolution } };
}

async function refuseUnlessHome(
  { directory }: Pick<ApiDeps, 'directory'>,
  { key = '' }: QuarantineItem,
  uprn: NonNullable<KeptResolution['uprn']>,
): Promise<void> {
  const waitsFor = readWaitingKey(key);
  if (waitsFor === undefined || !('home' in waitsFor)) {
    const detail = 'What is wrong with it is not which home is meant: give a corrected payload instead.';
    throw new ApiProblem({ status: 422, title: 'It waits for no home', detail });
  }
  if ((await directory.placesOf([uprn])).has(uprn)) return;
  const detail = `The gazetteer has no property with the UPRN ${uprn}.`;
  throw new ApiProblem({ status: 422, title: 'Unknown property', detail });
}
