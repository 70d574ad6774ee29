import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formats } from '../../../../functions/shell/packing/formats.ts';
import { pack, UnknownFormat, unpack } from '../../../../functions/shell/packing/pack.ts';
import { runs } from '../../../support/effort.ts';

it('reads whatever it packed, in its order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(JSON.stringify(unpack(pack(value)))).toBe(JSON.stringify(value));
    }),
    { numRuns: runs(200) },
  );
});

it.each(formats.map(({ number }) => number))('reads for ever what format %i packed', number => {
  const file = new URL(`../../../packing/packed-${number}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error(`No example is kept of it: npm run packing -- ${number}`);
  const kept: { value: unknown; packed: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(kept.length).toBeGreaterThan(5);
  for (const { value, packed } of kept) {
    expect(Buffer.from(packed, 'base64')[0]).toBe(number);
    expect(unpack(Buffer.from(packed, 'base64'))).toEqual(value);
  }
});

it('says of a newer format what is to be done', () => {
  const newer = pack({ a: 1 });
  newer[0] = 99;
  expect(() => unpack(newer)).toThrow(UnknownFormat);
  expect(() => unpack(newer)).toThrow(
    'A packed value is of format 99, which this release cannot read: a newer one wrote it. Deploy that or a later one',
  );
  expect(() => unpack(new Uint8Array())).toThrow('A packed value is empty: restore its item');
});

it('makes an event a third of its size or less', () => {
  const event = readFileSync(
    new URL('../../../../schemas/examples/housing.leak.reported.v1.accepted.json', import.meta.url),
    'utf8',
  );
  const value = JSON.parse(event);
  expect(pack(value).byteLength).toBeLessThan(JSON.stringify(value).length / 3);
});
