/** Words that people abbreviate, and one way in which they do. */
export const abbreviations: readonly (readonly [string, string])[] = [
  ['House', 'Hse'],
  ['Court', 'Crt.'],
  ['Lodge', 'Ldg'],
  ['Tower', 'Twr'],
  ['Mansions', 'Mans'],
  ['Heights', 'Hts'],
  ['Buildings', 'Bldgs'],
  ['Cottage', 'Cott.'],
  ['Estate', 'Est'],
  ['Road', 'Rd'],
  ['Street', 'St.'],
  ['Lane', 'Ln'],
  ['Avenue', 'Ave'],
  ['Close', 'Cl'],
  ['Grove', 'Gro'],
  ['Crescent', 'Cres'],
  ['Terrace', 'Terr'],
  ['Gardens', 'Gdns'],
  ['Place', 'Pl'],
  ['Flat', 'Flt'],
  ['Room', 'Rm'],
];

type Rewrite = (address: string, choose: () => number) => string;

const inOtherCapitals: Rewrite = (text, choose) =>
  [text.toUpperCase(), text.toLowerCase(), text].at(choose() % 3) ?? text;
const withOtherCommas: Rewrite = (text, choose) =>
  text.replaceAll(', ', [',', ' , ', '\n', '; '].at(choose()) ?? ', ');
const withSpaces: Rewrite = text => `  ${text.replaceAll(' ', '   ')} `;
const withoutApostrophes: Rewrite = text => text.replaceAll("'", '');
const withoutSpaceInPostcode: Rewrite = text => text.replace(/ (?=\w{3}\s*$)/, '');
const withFullStops: Rewrite = text => text.replaceAll(/\b(Rd|Flt|Hse|Ave)\b/g, '$1.');
const abbreviated: Rewrite = (text, choose) =>
  abbreviations.reduce((all, [word, short]) => (choose() === 0 ? all : all.replaceAll(word, short)), text);

/** Ways of writing an address otherwise that change nothing of what it means. */
export const rewritings: readonly Rewrite[] = [
  abbreviated,
  withFullStops,
  withoutApostrophes,
  withOtherCommas,
  withoutSpaceInPostcode,
  withSpaces,
  inOtherCapitals,
];
