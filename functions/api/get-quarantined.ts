import { readJson } from '../shell/http/json.ts';
import { type ApiRequest, parametersOf } from '../shell/http/officer-request.ts';
import { jsonResponse } from '../shell/http/problem.ts';
import { visibleItem } from './quarantine-access.ts';
import { quarantineItemResponse, quarantinePath } from './quarantine-contract.ts';
import type { ApiDeps } from './sources.ts';

/** `GET /v1/quarantine/{id}`: one item with what was sent, the reasons, and the homes that may be meant. */
export async function getQuarantined(deps: ApiDeps, request: ApiRequest) {
  const { id } = parametersOf(quarantinePath, request.pathParameters);
  const { payload, corrected, ...item } = await visibleItem(deps, request, id);
  const shown = {
    ...item,
    payload: contentOf(payload),
    ...(corrected && { corrected: contentOf(corrected.payload) }),
  };
  return jsonResponse(200, quarantineItemResponse.parse(shown));
}

function contentOf(text: string): unknown {
  const json = readJson(text);
  return json.ok ? json.value : text;
}
