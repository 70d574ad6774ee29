import { readJson } from '../../shell/http/json.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { firstHeardOf } from './amendment.ts';
import { quarantineItemResponse, quarantinePath } from './contract.ts';
import { unknownItem, visibleItem } from './quarantine-access.ts';
import { named, residentsFor } from './residents.ts';

export const getQuarantined = defineEndpoint({
  method: 'GET',
  path: '/v1/quarantine/{id}',
  scopes: ['lintel/read'],
  tag: 'Quarantine',
  summary: 'One item, with what was sent, the reasons, and the homes or persons that may be meant',
  params: quarantinePath,
  headers: purposeHeader,
  answers: { 200: { description: 'The item', schema: quarantineItemResponse } },
  problems: unknownItem,
  shows: 'personal',
  discloses: ['quarantine-payload', 'name'],
  run: async (deps, { viewer, params: { id } }) => {
    const kept = await visibleItem(deps, viewer, id);
    const { payload, corrected, ...item } = kept;
    const about = `quarantine/${id}`;
    const household = await residentsFor(deps, item);
    const { residents, disclosed } = await named(deps, viewer, household ?? []);
    const answer = quarantineItemResponse.parse({
      ...item,
      ...(await firstHeardOf(deps, kept)),
      payload: contentOf(payload),
      ...(household && { residents }),
      ...(corrected && { corrected: contentOf(corrected.payload) }),
    });
    return { about, answer, disclosed: [{ about, detail: 'quarantine-payload' }, ...disclosed] };
  },
});

function contentOf(text: string): unknown {
  const json = readJson(text);
  return json.ok ? json.value : text;
}
