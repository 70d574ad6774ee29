import { describe, expect, it } from 'vitest';
import { decrypted, keyNamesIn } from '../../../../functions/core/encryption/decrypt-value.ts';
import { asLargeAsEncrypted, encryptedEvent } from '../../../../functions/core/encryption/encrypt-event.ts';
import { keyNameOf } from '../../../../functions/core/encryption/key-of-event.ts';
import { hasPersonalText } from '../../../../functions/core/encryption/personal-texts.ts';
import { encryptedAt } from '../../../../functions/core/encryption/refused-text.ts';
import { encryptedFields, eventSchema, type LintelEvent } from '../../../../schemas/catalogue.ts';
import { acceptedExamples } from '../../../support/accepted-examples.ts';
import { fixedKeyOf } from '../../../support/fixed-keys.ts';

const examples = acceptedExamples().map(one => [String(one['type']), eventSchema.parse(one)] as const);
const keyOf = (event: LintelEvent) => {
  const name = keyNameOf(event);
  return { name, generation: 1, key: fixedKeyOf(name) };
};

/** The personal texts of an event, found by another way than the one that is tested: by what JSON has in it. */
function personalTextsOf(event: LintelEvent): string[] {
  const found: string[] = [];
  JSON.parse(JSON.stringify(event.data), (name, value) => {
    if (encryptedFields(event.type).includes(name)) found.push(value);
    const { text, classification } = value ?? {};
    if (typeof text === 'string' && classification !== 'operational') found.push(text);
    return value;
  });
  return found;
}

describe.each(examples)('%s', (_type, event) => {
  const encrypted = encryptedEvent(event, keyOf(event));
  const texts = personalTextsOf(event);

  it('holds none of its personal texts when it is encrypted, is still of its schema, and comes back', () => {
    for (const text of texts) expect(JSON.stringify(encrypted)).not.toContain(JSON.stringify(text));
    expect(eventSchema.parse(encrypted)).toEqual(encrypted);
    expect(decrypted(encrypted, new Map([[keyNameOf(event), keyOf(event)]]))).toEqual({
      value: event,
      unreadable: 0,
    });
    expect(hasPersonalText(event)).toBe(texts.length > 0);
  });

  it('is the same when it is encrypted again, and no larger than it was taken for', () => {
    expect(encryptedEvent(event, keyOf(event))).toEqual(encrypted);
    expect(encryptedEvent(encrypted, keyOf(event))).toEqual(encrypted);
    expect(JSON.stringify(encrypted).length).toBeLessThanOrEqual(
      JSON.stringify(asLargeAsEncrypted(event)).length,
    );
  });
});

it('more than twenty types have a text to encrypt, and some have none', () => {
  const personal = examples.filter(([, event]) => hasPersonalText(event));
  expect(personal.length).toBeGreaterThan(20);
  expect(personal.length).toBeLessThan(examples.length);
});

it('leaves what is no text as it is, also in the place of one', () => {
  const data = { name: undefined, dateOfBirth: undefined, more: [null, 3] };
  const event = { type: 'housing.person.details-recorded.v1', data } as never;
  expect(encryptedEvent(event, { name: 'person/x:1', generation: 1, key: fixedKeyOf('x') })).toEqual(event);
});

describe('the key of an event', () => {
  const home = 'property/200000471104' as const;
  const person = 'person/tenancy:p-1' as const;
  const event = (subjects: object[], more: object = {}) =>
    ({
      subject: home,
      time: '2025-12-31T23:30:00.000Z',
      timebasis: 'offset',
      data: { subjects, ...more },
    }) as never;

  it.each([
    [
      'is the person’s',
      [
        { subject: home, role: 'home' },
        { subject: person, role: 'person' },
      ],
      {},
      person,
    ],
    [
      'is that of a person whom the hub does not know',
      [{ subject: home, role: 'home' }],
      { knownAs: 'repairs:r-1' },
      'person/repairs:r-1',
    ],
    [
      'is the home’s of that year where nobody is named',
      [{ subject: home, role: 'home' }],
      {},
      `${home}/2025`,
    ],
  ])('%s', (_what, subjects, more, name) => {
    expect(keyNameOf(event(subjects, more))).toBe(name);
  });

  it('of what is said of a flag of a home, which names no subjects, is the home’s', () => {
    const flag = { subject: home, time: '2025-07-01T12:00:00.000Z', timebasis: 'offset', data: {} };
    expect(keyNameOf(flag as never)).toBe(`${home}/2025`);
  });

  it('does not change with the year in which an undated thing is heard', () => {
    const heard = { subject: home, timebasis: 'heard' as const, data: { subjects: [] } };
    const names = ['2025-12-31T23:30:00.000Z', '2026-01-01T00:30:00.000Z'].map(time =>
      keyNameOf({ ...heard, time } as never),
    );
    expect(names).toEqual([`${home}/undated`, `${home}/undated`]);
  });
});

describe('a value', () => {
  const name = 'person/tenancy:p-1';
  const key = { name, generation: 2, key: fixedKeyOf(name) };
  const text = (generation: number) =>
    encryptedEvent(
      {
        type: 'housing.person.details-recorded.v1',
        data: { subjects: [{ subject: name, role: 'person' }], person: 'tenancy:p-1', name: 'Ada Example' },
      } as never,
      { ...key, generation },
    );

  it('names the keys that it needs, each once', () => {
    expect(keyNamesIn([text(1), { more: text(2) }])).toEqual([name]);
    expect(keyNamesIn({ plain: 'nothing', count: 1, none: null })).toEqual([]);
    expect(keyNamesIn(['encrypted:v1:of no form'])).toEqual([]);
  });

  it.each([
    ['the present key', 2, key, 'Ada Example', 0],
    ['one that was destroyed, and there is another', 1, key, '[erased]', 0],
    ['one that was destroyed, and there is none', 2, { ...key, key: undefined }, '[erased]', 0],
    ['a later one than there is', 3, key, '[not readable]', 1],
    ['a later one than was destroyed', 3, { ...key, key: undefined }, '[not readable]', 1],
  ])('encrypted with %s', (_what, generation, known, shown, unreadable) => {
    const clear = decrypted(text(generation) as LintelEvent, new Map([[name, known]]));
    expect(clear).toMatchObject({ value: { data: { name: shown } }, unreadable });
  });

  it('without any key is not readable, and says so', () => {
    expect(decrypted(text(1), new Map())).toMatchObject({
      value: { data: { name: '[not readable]' } },
      unreadable: 1,
    });
  });
});

it('what comes from outside and begins as an encrypted text is found, wherever it is', () => {
  const forged = 'encrypted:v1:1:AAAA:person/tenancy:p-1';
  expect(encryptedAt({ a: [{ b: 'x' }, { c: ` ${forged}` }] })).toEqual(['a', 1, 'c']);
  expect(encryptedAt({ a: ['x', null, undefined, 3, `say: ${forged}`] })).toBeUndefined();
});
