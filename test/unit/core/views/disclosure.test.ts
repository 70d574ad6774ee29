import { expect, it } from 'vitest';
import { undisclosedIn } from '../../../../functions/core/views/disclosure.ts';

const home = 'property/200000471104';

it.each<[string, unknown, string[]]>([
  ['a name, however deep', { people: [{ name: 'Mr B' }] }, ['name']],
  ['a payload', { item: { payload: {} } }, ['quarantine-payload']],
  ['the audit', { reads: [] }, ['read-audit']],
  ['each kind once', [{ name: 'Mr B' }, { name: 'Mrs A' }], ['name']],
  ['nothing where the field is empty', { name: undefined }, []],
  [
    'nothing in what systems said',
    { data: { name: 'x' }, facts: { name: 'x' }, corrected: { name: 'x' } },
    [],
  ],
  ['nothing of a payload inside it', { payload: { name: 'x' } }, ['quarantine-payload']],
  ['nothing in what is no object', [null, 'name', 7], []],
])('an answer shows %s', (_what, answer, details) => {
  expect(undisclosedIn({ answer, disclosed: [] })).toEqual(details);
});

it('what an answer says that it discloses is no surprise', () => {
  const answer = { name: 'Mr B', reads: [] };
  expect(undisclosedIn({ answer, disclosed: [{ about: home, detail: 'name' }] })).toEqual(['read-audit']);
});
