import { type PersonReference, personSubject } from '../../../schemas/reference.ts';
import { shownOf } from '../../core/flags/as-one.ts';
import { flagPlacesOf } from '../../core/flags/places.ts';
import { livingFlagFor } from '../../core/views/flag-view.ts';
import { flagsInOrder } from '../../core/views/in-order.ts';
import { purposeHeader } from '../../shell/http/look.ts';
import { defineEndpoint } from '../properties/sources.ts';
import { unknownPerson, visiblePerson } from './access.ts';
import { personHeaders, personPath, personResponse } from './contract.ts';

export const getPerson = defineEndpoint({
  method: 'GET',
  path: '/v1/persons/{ref}',
  scopes: ['lintel/read'],
  tag: 'Persons',
  summary: 'Somebody as they are known, by whichever of their keys: their flags and their homes',
  params: personPath,
  headers: purposeHeader,
  answers: { 200: { description: 'The person', schema: personResponse, headers: personHeaders } },
  problems: unknownPerson,
  shows: 'personal',
  discloses: ['name'],
  run: async (deps, { viewer, params: { ref: person } }) => {
    const { own, companions, all } = await visiblePerson(deps, viewer, person);
    const at = deps.now();
    const [shown = person] = all;
    const one =
      shown === person
        ? own
        : (await deps.subjects.subjects([personSubject(shown)])).get(personSubject(shown));
    const whole = one && shownOf(one.record, companions, at);
    const flags = Object.values(one?.flags ?? {}).flatMap(
      flag => (whole && livingFlagFor(viewer, flag, whole)) ?? [],
    );
    const name = whole?.details?.value.name;
    return {
      about: personSubject(person),
      answer: {
        ...{ person, shownAs: shown, oneWith: all.filter(other => other !== person), name },
        homes: whole === undefined ? [] : flagPlacesOf(whole, at),
        flags: flagsInOrder(flags),
      },
      disclosed:
        name === undefined
          ? []
          : all.map((about: PersonReference) => ({ about: personSubject(about), detail: 'name' as const })),
      headers: { etag: `"${own.version}"` },
    };
  },
});
