import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adapter } from '../../../functions/adapters/leaks/adapter.ts';
import { columns, type Row } from '../../../functions/adapters/leaks/vendor.ts';
import { knownSteps } from '../../../functions/adapters/leaks/wording.ts';
import { faultsOf } from '../../support/drafts.ts';
import { runs } from '../../support/effort.ts';

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ minLength: 150, maxLength: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const likely = {
  date: fc.constantFrom(
    ...['02/06/2025', '2/6/2025 08:40', '30.6.2025', '1/12/2024', '03/02/0001', '30/12/9999'],
    ...['31/06/2025', '01/01/1900'],
  ),
  time: fc.constantFrom('08:40', '7.10pm', ''),
  block: fc.constantFrom('Larch Ho', 'ß'.repeat(31), 'x'.repeat(60)),
  flat: fc.constantFrom('4', 'Flat 7', 4, 'Basement flat'),
  step: fc.constantFrom(...knownSteps.split(', ')),
  leakReference: fc.constantFrom('LFA-0612', 612),
  cause: fc.constantFrom('Failed seal', ''),
  notesAbout: fc.constantFrom('home', 'Resident', ''),
  warning: fc.constantFrom('gas off', 'ASBESTOS; WATER OFF', ''),
  warningOver: fc.constantFrom('Gas Off', ''),
} as const;
const headings = Object.entries<readonly string[]>(columns.spellings);

/** A row with any of the sheet's headings and some of nobody's, its cells likely ones or anything at all. */
const row: fc.Arbitrary<Row> = fc
  .tuple(
    fc.tuple(
      ...headings.map(([column, spellings]) =>
        fc.tuple(
          fc.constantFrom(...spellings),
          fc.oneof(
            { arbitrary: likely[column as keyof typeof likely] ?? anything, weight: 19 },
            { arbitrary: anything, weight: 1 },
          ),
          fc.boolean(),
        ),
      ),
    ),
    fc.dictionary(fc.string(), anything, { maxKeys: 3 }),
  )
  .map(([cells, unknown]) => ({
    ...unknown,
    ...Object.fromEntries(
      cells.flatMap(([heading, cell, optional], index) =>
        optional && !(headings[index]?.[0] ?? '' in likely) ? [] : [[heading, cell] as const],
      ),
    ),
  }));

it('makes events of the shared language of any row, or says what is wrong with it; it never throws', () => {
  let accepted = 0;
  fc.assert(
    fc.property(row, cells => {
      const result = adapter.inbound(adapter.itemSchema.parse(cells));
      if (!result.ok) return result.problems.length > 0;
      accepted += 1;
      expect(result.events.flatMap(faultsOf)).toEqual([]);
      return result.events.length > 0;
    }),
    { numRuns: runs(2_000) },
  );
  expect(accepted, 'the rows are too wild to say anything').toBeGreaterThan(100);
});

it('never tells back a note, an officer or a flat', () => {
  const secret = fc.stringMatching(/^[A-Z][a-z]{11,20} [A-Z][a-z]{11,20}$/);
  fc.assert(
    fc.property(secret, name => {
      const result = adapter.inbound({
        Date: name,
        Time: name,
        Block: name.repeat(9),
        Flat: `${name} and ${name}`,
        'Suspected source': `${name}/${name}`,
        'What happened': name,
        'Card left?': name,
        Officer: name.repeat(9),
        Notes: name.repeat(200),
      });
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(name);
    }),
  );
});

it('reads the same row alike, whatever the case and the spacing of its headings', () => {
  const complete = {
    Date: '02/06/2025',
    Block: 'Larch Ho',
    'Flat no.': '4',
    'LFA ref': 'LFA-0612',
    Status: 'Leak',
    'Near electrics?': 'yes',
  };
  const disguise = fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => ` ${text.replaceAll(' ', '  ')} `,
    (text: string) => text.replaceAll(' ', '_'),
  );
  fc.assert(
    fc.property(fc.array(disguise, { minLength: 6, maxLength: 6 }), disguises => {
      const disguised = Object.entries(complete).map(([heading, cell], index) => [
        disguises[index]?.(heading) ?? heading,
        cell,
      ]);
      expect(adapter.inbound(Object.fromEntries(disguised))).toEqual(adapter.inbound(complete));
    }),
  );
});
