import { propertySubject } from '../../../schemas/reference.ts';
import { flagWithBasis } from '../../core/views/flag-basis.ts';
import { maySeeBasis } from '../../core/views/need-to-know.ts';
import { flagsOn } from '../../core/views/property.ts';
import { disclose } from '../../shell/http/disclose.ts';
import { lookHeaders, lookOf } from '../../shell/http/look.ts';
import { type ApiRequest, parametersOf } from '../../shell/http/officer-request.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { type ApiDeps, sourcesOf } from '../properties/sources.ts';
import { assertionsOf } from './assertions.ts';

/** `GET /v1/properties/{uprn}/flags`: every flag that shows on a home, with who said so and why for those who need to know. */
export async function getFlags(deps: ApiDeps, request: ApiRequest) {
  const look = lookOf(deps, request, 'GET /v1/properties/{uprn}/flags', lookHeaders);
  const { uprn } = parametersOf(uprnPath, request.pathParameters);
  const flags = flagsOn(await sourcesOf(deps, uprn), look.viewer);
  const explained = flags.filter(flag => flag.because === undefined && maySeeBasis(look.viewer, flag));
  const subjects = await deps.subjects.subjects(explained.map(({ on }) => on));
  const shown = await Promise.all(
    flags.map(async flag => {
      if (!explained.includes(flag)) return { answer: flag, disclosed: [] };
      const keys = assertionsOf(flag, subjects.get(flag.on)?.record);
      return flagWithBasis(flag, await deps.subjects.rows(flag.on, keys));
    }),
  );
  return disclose(deps, look, propertySubject(uprn), {
    answer: { uprn, flags: shown.map(({ answer }) => answer) },
    disclosed: shown.flatMap(({ disclosed }) => disclosed),
  });
}
