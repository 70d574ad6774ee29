import { disclose } from '../../shell/http/disclose.ts';
import { readJson } from '../../shell/http/json.ts';
import { lookOf } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import type { ApiDeps } from '../properties/sources.ts';
import { quarantineItemResponse, quarantinePath } from './contract.ts';
import { visibleItem } from './quarantine-access.ts';

/** `GET /v1/quarantine/{id}`: one item with what was sent, the reasons, and the homes that may be meant. */
export async function getQuarantined(deps: ApiDeps, request: ApiRequest) {
  const { id } = parametersOf(quarantinePath, request.pathParameters);
  const look = lookOf(deps, request, 'GET /v1/quarantine/{id}');
  const { payload, corrected, ...item } = await visibleItem(deps, request, id);
  const shown = {
    ...item,
    payload: contentOf(payload),
    ...(corrected && { corrected: contentOf(corrected.payload) }),
  };
  const about = `quarantine/${id}`;
  const answer = quarantineItemResponse.parse(shown);
  return disclose(deps, look, about, { answer, disclosed: [{ about, detail: 'quarantine-payload' }] });
}

function contentOf(text: string): unknown {
  const json = readJson(text);
  return json.ok ? json.value : text;
}
