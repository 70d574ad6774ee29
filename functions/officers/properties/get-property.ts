import { propertySubject } from '../../../schemas/reference.ts';
import { propertyView } from '../../core/views/property.ts';
import { lookHeaders } from '../../shell/http/look.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { homeAnswerHeaders, propertyResponse } from './contract.ts';
import { defineEndpoint, sourcesOf, unknownHome } from './sources.ts';

export const getProperty = defineEndpoint({
  method: 'GET',
  path: '/v1/properties/{uprn}',
  scopes: ['lintel/read'],
  tag: 'Properties',
  summary: 'A home as it stands: every flag that shows on it and every open case',
  params: uprnPath,
  headers: lookHeaders,
  answers: { 200: { description: 'The home', schema: propertyResponse, headers: homeAnswerHeaders } },
  problems: unknownHome,
  shows: 'personal',
  discloses: ['name', 'special-category-text'],
  run: async (deps, { viewer, params: { uprn } }) => ({
    about: propertySubject(uprn),
    ...propertyView(await sourcesOf(deps, uprn), viewer),
  }),
});
