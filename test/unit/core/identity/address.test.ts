import { describe, expect, it } from 'vitest';
import { readAddress, wordingOf } from '../../../../functions/core/identity/address.ts';

/** An address in short: `unit | number NAME | …`. */
function read(text: string): string {
  const { units, lines, loose } = readAddress(text);
  const ofUnits = units.map(({ kind, id, floor, side }) =>
    [kind, id, floor && `floor ${floor}`, side].filter(Boolean).join(' '),
  );
  const ofLines = lines.map(({ number, name, numberAfter }) =>
    [number, ...name, numberAfter].filter(Boolean).join(' '),
  );
  return [...ofUnits, ...loose.map(one => `(${one})`), ...ofLines].join(' | ');
}

describe('an address is read', () => {
  it.each([
    ['Flat 4, Larch Hse, Linden Rd SE15', 'FLAT 4 | LARCH HOUSE | LINDEN ROAD'],
    ['4 Larch House', '4 LARCH HOUSE'],
    ['flat 4 larch house linden road london', 'FLAT 4 | LARCH HOUSE | LINDEN ROAD | LONDON'],
    ['Linden Road, Larch House, Flat 4', 'FLAT 4 | LINDEN ROAD | LARCH HOUSE'],
    ['Larch House 4', 'LARCH HOUSE 4'],
    ['12A Elm Rd, SE15 4PT', '12A ELM ROAD'],
    ['12 A Elm Rd', '12A ELM ROAD'],
    ['12, Elm Road', '12 ELM ROAD'],
    ['No. 12 Elm Road', '12 ELM ROAD'],
    ['Flat A, 12 Elm Road', 'FLAT A | 12 ELM ROAD'],
    ['A, 12 Elm Road', '(A) | 12 ELM ROAD'],
    ['1 Maisonette, 26 Quay Street', 'FLAT 1 | 26 QUAY ST'],
    ['A Flat, 12 Elm Road', 'FLAT A | 12 ELM ROAD'],
    ['4, 12 Elm Road', '(4) | 12 ELM ROAD'],
    ['Flat 4 12 Elm Road', 'FLAT 4 | 12 ELM ROAD'],
    ['Flat 4 - 12 Elm Road', 'FLAT 4 | 12 ELM ROAD'],
    ['12 – 14 Elm Road', '12-14 ELM ROAD'],
    ['12 to 14 Elm Road', '12-14 ELM ROAD'],
    ['12/14 Elm Road', '12-14 ELM ROAD'],
    ['Flat 3.04 Kiln Court', 'FLAT 3.04 | KILN COURT'],
    ['Flat 3. 4 Kiln Court', 'FLAT 3 | 4 KILN COURT'],
    ['G.02 Anvil Studios', 'G.02 ANVIL STUDIOS'],
    ['Flt.4 Larch House', 'FLAT 4 | LARCH HOUSE'],
    ['1F2, 44 Bridge St', '(1F2) | 44 BRIDGE ST'],
    ['1F/L 30 Bridge St', 'FLAT floor 1 LEFT | 30 BRIDGE ST'],
    ['Gfr, 30 Bridge St', 'FLAT floor GROUND RIGHT | 30 BRIDGE ST'],
    ['Flat Bst Ft 114 Cazen Rd', 'FLAT floor BASEMENT FRONT | 114 CAZEN ROAD'],
    ['R/O 40 Priory Rd', 'REAR OF | 40 PRIORY ROAD'],
    ['c/o Mrs Okafor, 12 Elm Road', '12 ELM ROAD'],
    ['FAO Lettings, 12 Elm Road (key safe 1234)', '12 ELM ROAD'],
    ['12 Elm Road, tel: 020 7946 0123', '12 ELM ROAD'],
    ['12 Elm Road 07700 900123', '12 ELM ROAD'],
    ['Mandela House (formerly known as Rhodes House)', 'MANDELA HOUSE'],
    ['Flat four, 12 Elm Road', 'FLAT 4 | 12 ELM ROAD'],
    ['Flat no. 04 A, Larch House', 'FLAT 4A | LARCH HOUSE'],
    ['FLAT4,12ELM ROAD', 'FLAT 4 | 12 ELM ROAD'],
    ['GFF 12 Elm Rd', 'FLAT floor GROUND | 12 ELM ROAD'],
    ['Ground Floor, 12 Elm Road', 'FLAT floor GROUND | 12 ELM ROAD'],
    ['First Floor Rear, 12 Elm Road', 'FLAT floor 1 REAR | 12 ELM ROAD'],
    ['Rear first floor flat 12 Elm Road', 'FLAT floor 1 REAR | 12 ELM ROAD'],
    ['1st flr flat 12 3rd Ave', 'FLAT floor 1 | 12 THIRD AVENUE'],
    ['Top flat 12 Elm Road', 'FLAT floor TOP | 12 ELM ROAD'],
    ['Lower ground floor flat, 12 Elm Road', 'FLAT floor LOWER GROUND | 12 ELM ROAD'],
    ['Basement 12 Elm Road', 'FLAT floor BASEMENT | 12 ELM ROAD'],
    ['First floor, Flat 4, Larch House', 'FLAT 4 floor 1 | LARCH HOUSE'],
    ['Room 3, Flat 4, Larch House', 'ROOM 3 | FLAT 4 | LARCH HOUSE'],
    ['Gge 4 Larch House', 'GARAGE 4 | LARCH HOUSE'],
    ['The Flat, 12 Elm Road', 'FLAT | 12 ELM ROAD'],
    ['Mrs A Example, 12 Elm Road', '12 ELM ROAD'],
    ["St. Mary's Court, Saint James Street", 'ST MARYS COURT | ST JAMES ST'],
  ])('%s', (address, parts) => {
    expect(read(address)).toBe(parts);
  });

  it.each([
    ['First Avenue', 'FIRST AVENUE'],
    ['Upper Street', 'UPPER ST'],
    ['Garden Court', 'GARDEN COURT'],
    ['Store Street', 'STORE ST'],
    ['12 Court Lane Gardens', '12 COURT LANE GARDENS'],
    ['12 Mill House Close', '12 MILL HOUSE CLOSE'],
    ['12 Park Road North', '12 PARK ROAD NORTH'],
  ])('%s has no flat and is one name', (address, parts) => {
    expect(read(address)).toBe(parts);
  });

  it.each(['', ',', '   ', '!?', 'the'])('nothing in %j', address => {
    expect(read(address)).toBe('');
  });
});

describe('the wording of an address', () => {
  it('does not change with case, punctuation, spaces and abbreviations', () => {
    const wording = wordingOf(readAddress('Flat 4, Larch House, Linden Road, London'));
    for (const same of [
      'FLT. 4 LARCH HSE. LINDEN RD LONDON',
      'apt 4;larch  ho\nlinden rd.;London',
      'Flat No 04, Larch House, Linden Road, London',
    ])
      expect(wordingOf(readAddress(same))).toBe(wording);
  });

  it('tells a flat from a house', () => {
    expect(wordingOf(readAddress('Flat 6, Linden Road'))).not.toBe(wordingOf(readAddress('6 Linden Road')));
  });
});
