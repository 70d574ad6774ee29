import { expect, it } from 'vitest';
import { type Address, readAddress } from '../../../../functions/core/identity/address.ts';
import { homesMeant } from '../../../../functions/core/identity/match-address.ts';
import { findAddress } from '../../../../functions/shell/tables/directory/find-address.ts';
import { addressesOf, gazetteerOf } from '../../../support/addresses/labelled-sets.ts';
import { makeTownDirectory } from '../../../support/addresses/town-directory.ts';

const sets = ['hand-written', 'from-the-field'];
const directory = makeTownDirectory(sets.flatMap(gazetteerOf));

/** An address as it was read: flats, numbers without a name, names with theirs, postcode. */
function readingOf({ units, lines, loose, postcode, outcode }: Address): string {
  const flats = units.map(({ kind, id, floor, side }) => [kind, id, floor, side].filter(Boolean).join(' '));
  const names = lines.map(({ number, name, numberAfter }) =>
    [number, ...name, numberAfter].filter(Boolean).join(' '),
  );
  return [...flats, ...loose, ...names, postcode ?? outcode].filter(Boolean).join(' | ');
}

/** What the hub makes of an address, and what an officer who is asked about it sees first. */
async function answerTo(text: string): Promise<string> {
  const match = await findAddress(text, directory.lookUp);
  const { lookUps, homes } = directory.taken();
  const shown = match.candidates.slice(0, 3).map(({ uprn, score, reasons }, index) => {
    const why = index === 0 ? `: ${reasons.join('; ')}` : '';
    return `  ${uprn} ${score}${why}`;
  });
  return [
    `${JSON.stringify(text)} → ${match.found} ${homesMeant(match).join(' ')}`.trimEnd(),
    `  ${readingOf(readAddress(text))} (${lookUps} looked up, ${homes} homes)`,
    ...shown,
  ].join('\n');
}

const asked = sets.flatMap(set =>
  addressesOf(set).map(({ address }, index) => [`${set} ${index + 1}`, address]),
);

it.each(asked)('the answer to %s is what it was, for the same reasons', async (_number, address = '') => {
  expect(await answerTo(address)).toMatchSnapshot();
});
