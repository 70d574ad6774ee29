import { propertySubject } from '../../../schemas/reference.ts';
import { flagWithBasis } from '../../core/views/flag-basis.ts';
import { maySeeBasis } from '../../core/views/need-to-know.ts';
import { flagsOn } from '../../core/views/property.ts';
import { lookHeaders } from '../../shell/http/look.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { flagsResponse, homeAnswerHeaders } from '../properties/contract.ts';
import { defineEndpoint, sourcesOf, unknownHome } from '../properties/sources.ts';
import { assertedRows } from './assertions.ts';

export const getFlags = defineEndpoint({
  method: 'GET',
  path: '/v1/properties/{uprn}/flags',
  scopes: ['lintel/read'],
  tag: 'Properties',
  summary: 'Every flag that shows on a home, with its basis for those who need to know',
  params: uprnPath,
  headers: lookHeaders,
  answers: { 200: { description: 'The flags', schema: flagsResponse, headers: homeAnswerHeaders } },
  problems: unknownHome,
  shows: 'personal',
  discloses: ['flag-basis'],
  run: async (deps, { viewer, params: { uprn } }) => {
    const flags = flagsOn(await sourcesOf(deps, uprn, () => Promise.resolve({})), viewer);
    const explained = flags.filter(flag => flag.because === undefined && maySeeBasis(viewer, flag));
    const subjects = await deps.subjects.subjects(explained.map(({ on }) => on));
    const shown = await Promise.all(
      flags.map(async flag => {
        if (!explained.includes(flag)) return { answer: flag, disclosed: [] };
        const rows = await assertedRows(deps.subjects, flag, subjects.get(flag.on)?.record);
        return flagWithBasis(flag, rows, viewer);
      }),
    );
    return {
      about: propertySubject(uprn),
      answer: { uprn, flags: shown.map(({ answer }) => answer) },
      disclosed: shown.flatMap(({ disclosed }) => disclosed),
    };
  },
});
