import { describe, expect, it } from 'vitest';
import { acceptance } from '../../../../functions/core/identity/acceptance.ts';
import { readAddress } from '../../../../functions/core/identity/address.ts';
import { homesMeant, matchAddress } from '../../../../functions/core/identity/match-address.ts';
import { uprnSchema } from '../../../../schemas/reference.ts';

let last = 0;
const place = (address: string, postcode = 'SE15 4PT') => {
  last += 1;
  return { uprn: uprnSchema.parse(String(last)), address, postcode };
};
const flat4 = place('Flat 4, Larch House, Linden Road, London');
const flat4A = place('Flat 4A, Larch House, Linden Road, London');
const flat14 = place('Flat 14, Larch House, Linden Road, London');
const larchHouse = place('Larch House, Linden Road, London');
const elsewhere = place('Flat 4, Larch House, Canal Street, Leeds', 'LS1 1AA');
const house = place('12 Elm Road, London', 'SE15 5QA');
const groundFloor = place('Ground Floor Flat, 12 Elm Road, London', 'SE15 5QA');
const lettered = place('Flat A, 14 Elm Road, London', 'SE15 5QA');
const places = [flat4, flat4A, flat14, larchHouse, elsewhere, house, groundFloor, lettered];
const match = (address: string, among = places) => matchAddress(readAddress(address), among);

describe('an address means one home', () => {
  it.each([
    ['Flat 4, Larch Hse, Linden Rd SE15', flat4],
    ['4 Larch House, Leeds', elsewhere],
    ['Flat 4 A Larch House', flat4A],
    ['GFF 12 Elm Rd', groundFloor],
    ['14A Elm Road', lettered],
    ['4 Lrach House, Linden Road', flat4],
  ])('%s', (address, { uprn }) => {
    expect(match(address)).toMatchObject({ found: 'one', uprn });
  });

  it('by the gazetteer’s own words, even where another door is called the same', () => {
    const also = place('14A Elm Road, London', 'SE15 5QA');
    expect(match('Flat A, 14 Elm Road, London', [...places, also])).toMatchObject({ uprn: lettered.uprn });
    expect(match('14A Elm Road, London', [...places, also])).toMatchObject({ uprn: also.uprn });
    expect(match('14A Elm Road', [...places, also])).toMatchObject({ found: 'several' });
  });

  it('with a score that reaches the published threshold, ahead of the next by the published margin', () => {
    const { candidates } = match('Flat 4, Larch House, Linden Road');
    const [first, second] = candidates.map(({ score }) => score);
    expect(first).toBeGreaterThanOrEqual(acceptance.score);
    expect((first ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(acceptance.margin);
  });
});

describe('an address of a house that is divided again', () => {
  const flatA = place('Flat A, 92 Mill Lane, London', 'SE15 1AA');
  const first = place('Flat 1, 92A Mill Lane, London', 'SE15 1AA');
  const second = place('Flat 2, 92A Mill Lane, London', 'SE15 1AA');

  it('is not that of the lettered flat of its neighbour: the flats of the house come first', () => {
    const found = match('92A Mill Lane', [flatA, first, second]);
    expect(found.found).toBe('several');
    expect(found.candidates.map(({ uprn }) => uprn)).toEqual([first.uprn, second.uprn, flatA.uprn]);
  });

  it('is the lettered flat’s where nothing else is so called, or where it says the flat', () => {
    expect(match('92A Mill Lane', [flatA])).toMatchObject({ found: 'one', uprn: flatA.uprn });
    expect(match('Flat A, 92 Mill Lane', [flatA, first, second])).toMatchObject({ uprn: flatA.uprn });
  });
});

describe('an address that only sounds like that of a home', () => {
  const kiln = place('Flat 3, 4 Kiln Court, London', 'SE15 1CC');
  const coachHouse = place('The Coach House, Rear of 40 Priory Road, London', 'SE15 1GG');
  const merrow = place('Flat 24, Merrow Court, Canal Road, London', 'SE15 1NN');

  it('is nobody’s: flat 3.04 is not flat 3 at number 4, and behind a house stands more than one thing', () => {
    expect(match('Flat 3.04 Kiln Court', [kiln]).found).toBe('none');
    expect(match('Rear of 40 Priory Road', [coachHouse]).found).toBe('none');
    expect(match('Coach House, R/O 40 Priory Rd', [coachHouse])).toMatchObject({ uprn: coachHouse.uprn });
  });

  it('with an estate that the gazetteer does not know is the home’s by its postcode alone', () => {
    expect(match('24 Merrow Court, Barnfield Estate, SE15 1NN', [merrow])).toMatchObject({
      uprn: merrow.uprn,
    });
    expect(match('24 Merrow Court, Barnfield Estate', [merrow]).found).toBe('none');
  });
});

describe('an address means several homes', () => {
  it.each([
    ['4 Larch House', [flat4, elsewhere]],
    ['12 Elm Road, SE15 5QA', [house, groundFloor]],
    ['Larch House, Linden Road', [larchHouse, flat4, flat4A, flat14]],
  ])('%s', (address, homes) => {
    const found = match(address);
    expect(found.found).toBe('several');
    expect(homesMeant(found).toSorted()).toEqual(homes.map(({ uprn }) => uprn).toSorted());
  });
});

describe('an address means no home', () => {
  it.each([
    'Flat 5, Larch House, Linden Road',
    'Flat 4, Birch House, Linden Road, SE15 4PT',
    'Flat 4, New Larch House, Linden Road, SE15 4PT',
    '4 Linden Road',
    'Flat 4, Larch House, Linden Road, M1 1AA',
    'Flat 1, 12 Elm Road',
    'Rear of 12 Elm Road',
    'Flat above 14 Elm Road',
    '',
  ])('%s', address => {
    expect(homesMeant(match(address))).toEqual([]);
  });

  it('though the nearest come first, at most ten, with the reasons in words', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      place(`Flat ${index + 20}, Larch House, Linden Road, London`),
    );
    const { candidates } = match('Flat 4B, Larch House, Linden Road, SE15 4PT', [...places, ...many]);
    expect(candidates).toHaveLength(10);
    expect(candidates[0]).toEqual({
      ...larchHouse,
      score: expect.any(Number),
      reasons: [
        'the address names a flat, and this home is none',
        'the same building',
        'the same street',
        'the same postcode',
      ],
    });
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});

it('says of every part of an address how it agrees', () => {
  const reasons = (address: string, one: typeof flat4) => match(address, [one]).candidates[0]?.reasons;
  expect(reasons('14 Larhc House, Linden, Peckham SE15', flat4)).toEqual([
    'another flat',
    'nearly the same building',
    'the same but for its last word street',
    'the same postcode district',
    '1 word of the address that this home does not explain',
  ]);
  expect(reasons('Flat 1, 10 Elm Road, SE15 5QB', groundFloor)).toEqual([
    'another flat',
    'another number in the street',
    'the same street',
    'nearly the same postcode: the last letters differ',
  ]);
});

it('counts a home with several addresses once, by the one that fits best', () => {
  const also = { ...flat4, address: 'Flat 4, Seamens Rest, Linden Road, London' };
  const found = match('4 Seamens Rest', [flat4, also, flat14]);
  expect(found).toMatchObject({ found: 'one', uprn: flat4.uprn });
  expect(found.candidates.filter(({ uprn }) => uprn === flat4.uprn)).toEqual([expect.objectContaining(also)]);
});
