import { propertySubject } from '../../../schemas/reference.ts';
import { propertyView } from '../../core/views/property.ts';
import { disclose } from '../../shell/http/disclose.ts';
import { lookHeaders, lookOf } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { type ApiDeps, sourcesOf } from './sources.ts';

/** `GET /v1/properties/{uprn}`: the home as it stands, with every flag that shows on it and every open case. */
export async function getProperty(deps: ApiDeps, request: ApiRequest) {
  const look = lookOf(deps, request, 'GET /v1/properties/{uprn}', lookHeaders);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const shown = propertyView(await sourcesOf(deps, uprn), look.viewer);
  return disclose(deps, look, propertySubject(uprn), shown);
}
