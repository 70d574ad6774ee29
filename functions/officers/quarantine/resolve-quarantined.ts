import { derivedId } from '../../core/envelope/derived-id.ts';
import { decide } from '../../core/quarantine/resolution.ts';
import { readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type ApiRequest, bodyOf, officerOf, parametersOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import type { KeptResolution, QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { quarantinePath, resolvedResponse, resolveHeaders, resolveRequest } from './contract.ts';
import { correctedOf } from './corrected-payload.ts';
import { visibleItem } from './quarantine-access.ts';

/** How often a decision is taken again because the item moved meanwhile. */
const attempts = 3;

/**
 * `POST /v1/quarantine/{id}/resolve`: says which home is meant, or gives the item in a corrected form. It is taken once;
 * the item, and all else that waits for the same key, is then re-submitted by itself.
 */
export async function resolveQuarantined(deps: ApiDeps, request: ApiRequest) {
  const { id } = parametersOf(quarantinePath, request.pathParameters);
  const { 'idempotency-key': key } = parametersOf(resolveHeaders, request.headers);
  const body = bodyOf(resolveRequest, request);
  const asked = { key, fingerprint: derivedId(body) };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = await visibleItem(deps, request, id);
    const decision = decide(item, asked);
    if (decision.is === 'conflict') break;
    if (decision.is === 'repeated') return answerOf(id, decision.resolution);
    const resolution: KeptResolution = {
      at: deps.now(),
      by: officerOf(request, deps),
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
}

function answerOf(id: string, resolution: KeptResolution) {
  return jsonResponse(202, resolvedResponse.parse({ id, resolution }));
}

async function refuseUnlessHome(
  { directory }: ApiDeps,
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
