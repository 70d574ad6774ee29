import { type Instant, propertySubject, type Uprn } from '../../../schemas/reference.ts';
import type { SubjectRecord } from '../../core/record/subject-record.ts';
import { stampKey } from '../../core/record/timeline.ts';
import { otherHomesOf } from '../../core/views/leaks-here.ts';
import { openCasesOf } from '../../core/views/open-cases.ts';
import { type DoorSources, propertyView } from '../../core/views/property.ts';
import { lookHeaders } from '../../shell/http/look.ts';
import { uprnPath } from '../../shell/http/uprn-parameter.ts';
import { homeAnswerHeaders, propertyResponse } from './contract.ts';
import { type ApiDeps, defineEndpoint, sourcesOf, unknownHome } from './sources.ts';

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
  discloses: ['name', 'personal-text', 'special-category-text'],
  run: async (deps, { viewer, params: { uprn } }) => ({
    about: propertySubject(uprn),
    ...propertyView(await sourcesOf(deps, uprn, alsoAtTheDoor(deps, uprn)), viewer),
  }),
});

/** What is read of a home beside the flags that show on it: what somebody last found there, and where else its leaks are. */
function alsoAtTheDoor({ subjects, directory }: Pick<ApiDeps, 'subjects' | 'directory'>, uprn: Uprn) {
  return async (record: SubjectRecord | undefined, at: Instant): Promise<DoorSources> => {
    const places = (record?.findings ?? []).map(stamp => ({
      subject: propertySubject(uprn),
      happened: stampKey(stamp),
    }));
    const [findings, otherHomes] = await Promise.all([
      subjects.events(places),
      directory.placesOf(otherHomesOf(openCasesOf(record, at))),
    ]);
    return { findings, otherHomes };
  };
}
