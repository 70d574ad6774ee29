import { expect, it } from 'vitest';
import type { Bulk } from '../../scenarios/four-keys/bulk.ts';
import { linkPeople } from '../../scenarios/four-keys/link.ts';

const born = '1971-03-04T00:00:00Z';
const member = (id: string, fullName: string, dateOfBirth: string | null = born) => ({
  ...{ id, fullName, dateOfBirth, isResponsible: false },
});
const person = (id: string, words: string, dateOfBirth: string | null = born, tenure = 'T') => {
  const [title = '', firstname = '', ...rest] = words.split(' ');
  const surname = rest.pop() ?? '';
  return {
    id,
    title,
    firstname,
    middleName: rest.join(' '),
    surname,
    dateOfBirth,
    tenures: [{ id: tenure }],
  };
};

function linked(members: ReturnType<typeof member>[], persons: ReturnType<typeof person>[]) {
  const tenure = { id: 'T', startOfTenureDate: born, tenureType: { code: '', description: '' } };
  const tenures: Bulk['tenures'] = [{ ...tenure, tenuredAsset: { id: 'A' }, householdMembers: members }];
  const links = linkPeople({ tenures, persons });
  return [links.personOf, links.members, links.persons].map(map => Object.fromEntries(map));
}

it('links by name and date of birth, where a middle name may be missing on either side', () => {
  const members = [
    member('m1', 'Dr Avery Blake Sample'),
    member('m2', 'Ms  Casey sample'),
    member('m3', 'Mr Drew Model'),
  ];
  const persons = [
    person('p3', 'Mr Drew Ellis Model', '1971-03-04'),
    person('p1', 'Dr Avery Sample'),
    person('p2', 'Ms Casey Sample'),
  ];
  expect(linked(members, persons)).toEqual([{ m1: 'p1', m2: 'p2', m3: 'p3' }, {}, {}]);
});

it.each([
  ['another first name', person('p', 'Dr Blake Sample')],
  ['another middle name', person('p', 'Dr Avery Casey Sample')],
  ['another surname', person('p', 'Dr Avery Blake Model')],
  ['another title', person('p', 'Mr Avery Blake Sample')],
  ['another date of birth', person('p', 'Dr Avery Blake Sample', '1971-03-05')],
  ['no date of birth', person('p', 'Dr Avery Blake Sample', null)],
])('leaves %s alone', (_what, other) => {
  const why = 'nobody of this tenure has this name and date of birth';
  expect(linked([member('m', 'Dr Avery Blake Sample')], [other])).toEqual([{}, { m: why }, { p: why }]);
});

it('links neither of two that cannot be told apart', () => {
  const why = 'several of this tenure have this name and date of birth';
  const one = member('m1', 'Dr Avery Sample');
  const two = [person('p1', 'Dr Avery Sample'), person('p2', 'Dr Avery Blake Sample')];
  expect(linked([one], two)).toEqual([{}, { m1: why }, { p1: why, p2: why }]);
  expect(linked([one, member('m2', 'Dr Avery Sample')], two.slice(0, 1))[1]).toEqual({ m1: why, m2: why });
});

it('says when nobody of a tenure is in the files, and when a person’s tenure is not', () => {
  expect(
    linked([member('m', 'Dr Avery Sample')], [person('p', 'Dr Avery Sample', born, 'elsewhere')]),
  ).toEqual([
    {},
    { m: 'no person of this tenure is in the files' },
    { p: 'their tenure is not in the files' },
  ]);
});
