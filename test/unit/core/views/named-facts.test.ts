import { expect, it } from 'vitest';
import { namedFacts } from '../../../../functions/core/views/named-facts.ts';

it('has one name for a fact, whatever it is about', () => {
  const facts = {
    ...{
      decision: 'upheld',
      'promise C-1/b': '2025-09-30',
      'promise C-1/a': '2025-08-25',
      'kept C-1/a': '2025-08-20',
    },
    ...{ 'promise heating': { category: 'heating', dueOn: '2026-07-31' }, 'alleged damp-and-mould': true },
    ...{ 'decided at stage 1': 'A manager', 'home property/200000471107': 'source', appointment: null },
  };
  expect(namedFacts(facts)).toEqual({
    decision: 'upheld',
    promises: [
      { reference: 'C-1/a', dueOn: '2025-08-25', keptOn: '2025-08-20' },
      { reference: 'C-1/b', dueOn: '2025-09-30' },
      { reference: 'heating', category: 'heating', dueOn: '2026-07-31' },
    ],
    alleged: ['damp-and-mould'],
    decidedBy: [{ stage: 1, by: 'A manager' }],
    otherHomes: [{ uprn: '200000471107', part: 'source' }],
  });
});

it('has no list of what there is none of', () => {
  expect(namedFacts({ room: 'Kitchen' })).toEqual({ room: 'Kitchen' });
});
