import { expect, it } from 'vitest';
import { linkSaid } from '../../../../functions/core/quarantine/person-link.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import { flat4, flat7, instant, mrB, mrsA } from '../../../support/events.ts';

const at = instant('2025-07-01T09:00:00Z');
const knownAs = 'repairs:cust-77' as PersonReference;
const link = { person: mrB, knownAs, at, uprn: flat4 };

it.each([
  ['identified', true],
  ['parted', false],
])('somebody who decided is heard: a person was %s', (word, holds) => {
  expect(linkSaid(holds, link)).toMatchObject({
    type: `housing.person.${word}.v1`,
    data: { person: mrB, knownAs },
    happened: { at, basis: 'offset' },
    persons: [mrB],
  });
});

it('one decision is the same news at each home, whatever brings it; another one is other news', () => {
  const { noticedAs } = linkSaid(true, link);
  expect(linkSaid(true, { ...link }).noticedAs).toBe(noticedAs);
  const others = [
    { person: mrsA },
    { knownAs: 'repairs:cust-78' as PersonReference },
    { at: instant('2025-07-02T09:00:00Z') },
    { uprn: flat7 },
    { uprn: undefined },
  ].map(other => linkSaid(true, { ...link, ...other }).noticedAs);
  expect(new Set([noticedAs, ...others]).size).toBe(6);
  expect(others.at(-1)).toBe(`known as ${knownAs} ${mrB} ${at} `);
});
