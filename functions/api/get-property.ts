import { propertyView } from '../core/views/property.ts';
import { type ApiRequest, parametersOf, viewerOf } from '../shell/http/officer-request.ts';
import { jsonResponse } from '../shell/http/problem.ts';
import { uprnPath } from './contract.ts';
import { type ApiDeps, sourcesOf } from './sources.ts';

/** `GET /v1/properties/{uprn}`: the home as it stands, with every flag that shows on it and every open case. */
export async function getProperty(deps: ApiDeps, request: ApiRequest) {
  const viewer = viewerOf(request, deps);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  return jsonResponse(200, propertyView(await sourcesOf(deps, uprn), viewer));
}
