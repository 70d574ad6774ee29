/** What each way of adding the endpoint says of what it shows, and how it answers. */
interface Way {
  says: string;
  answers: string;
}

/** Ways of adding `GET /v1/persons/{ref}/access`, which answers a person’s name; only the first may be. */
export const ways = {
  declared: {
    says: `shows: 'personal', discloses: ['name']`,
    answers: `{ about: person, answer: { name }, disclosed: [{ about: person, detail: 'name' }] }`,
  },
  undeclared: {
    says: `shows: 'personal'`,
    answers: `{ about: person, answer: { name }, disclosed: [{ about: person, detail: 'name' }] }`,
  },
  'declared-empty': {
    says: `shows: 'personal', discloses: []`,
    answers: `{ about: person, answer: { name }, disclosed: [{ about: person, detail: 'name' }] }`,
  },
  undisclosed: {
    says: `shows: 'personal', discloses: ['name']`,
    answers: `{ about: person, answer: { name } }`,
  },
  hidden: { says: `shows: 'nothing'`, answers: `{ answer: { name } }` },
} as const satisfies Record<string, Way>;
export type WayName = keyof typeof ways;

/** Where the endpoint is added. */
export function fileOf(way: WayName): string {
  return `functions/officers/properties/access-${way}.ts`;
}

/** The endpoint, added in one of the ways. */
export function sourceOf(way: WayName): string {
  const { says, answers } = ways[way];
  return `import * as z from 'zod';
import { personSubject } from '../../../schemas/reference.ts';
import { personPath } from '../decisions/contract.ts';
import { defineEndpoint } from './sources.ts';

export const getAccess = defineEndpoint({
  method: 'GET',
  path: '/v1/persons/{ref}/access',
  scopes: ['lintel/read'],
  tag: 'Persons',
  summary: 'How to get in to somebody',
  params: personPath,
  answers: { 200: { description: 'The person', schema: z.object({ name: z.string().optional() }) } },
  ${says},
  run: async (deps, { params: { ref } }) => {
    const person = personSubject(ref);
    const name = (await deps.subjects.subjects([person])).get(person)?.record.details?.value.name;
    return ${answers};
  },
});
`;
}
