import fc from 'fast-check';
import { expect, it } from 'vitest';
import { droppedFields } from '../../../../functions/core/envelope/dropped-fields.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { acceptedExamples } from '../../../support/accepted-examples.ts';

it.each([
  ['a field', { a: 1, b: 2 }, { a: 1 }, [['b']]],
  ['a field inside', { a: { b: 1 } }, { a: {} }, [['a', 'b']]],
  ['a field in a list', { a: [{ b: 1 }, { c: 1 }] }, { a: [{ b: 1 }, {}] }, [['a', 1, 'c']]],
  ['a name with a slash', { 'a/b': 1 }, {}, [['a/b']]],
  ['what is undefined', { a: undefined }, {}, []],
  ['what was changed but kept', { a: ' x ' }, { a: 'x' }, []],
  ['nothing where a list became something else', { a: [{ b: 1 }] }, { a: 'b' }, []],
  ['nothing where an object became something else', { a: { b: 1 } }, { a: [1] }, []],
  ['nothing in what is null', { a: null }, { a: null }, []],
  ['nothing where an object became null', { a: { b: 1 } }, { a: null }, []],
])('finds %s', (_what, made, kept, expected) => {
  expect(droppedFields(made, kept)).toEqual(expected);
});

const examples = acceptedExamples();

it('no accepted example of the catalogue loses a field', () => {
  for (const example of examples) expect(droppedFields(example, eventSchema.parse(example))).toEqual([]);
});

it('a field that no schema knows is found at any place of any event', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), (example, pick) => {
      const copy = structuredClone(example);
      const places = objectsIn(copy);
      const place = places[pick % places.length] ?? {};
      place['fieldThatNobodyKnows'] = 'lost';
      const parsed = eventSchema.safeParse(copy);
      // A strict part of a schema refuses it by itself.
      if (!parsed.success) return;
      expect(droppedFields(copy, parsed.data).map(path => path.at(-1))).toEqual(['fieldThatNobodyKnows']);
    }),
  );
});

/** The event's data and every object in it: those that are records of free keys left out. */
function objectsIn(event: Record<string, unknown>): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) found.push(value as Record<string, unknown>);
    Object.values(value).forEach(walk);
  };
  walk(event['data']);
  return found;
}
