import { existsSync, writeFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { formats } from '../../functions/shell/packing/formats.ts';
import { pack } from '../../functions/shell/packing/pack.ts';
import { commonPieces } from './common-pieces.ts';
import { exampleValues, flagValues } from './example-values.ts';

/**
 * Makes what is missing of a packing format, out of the hub’s own examples: `npm run packing -- 2` makes its dictionary; said
 * once more, after the format is in `formats.ts`, examples packed by it, for a test to read for ever. What there is stays as it
 * is: values that were packed with it lie in tables and backups.
 */
const number = Number(argv[2]);
if (!Number.isInteger(number)) throw new Error('Say which: npm run packing -- 2');
const dictionary = new URL(`../../functions/shell/packing/dictionary-${number}.json`, import.meta.url);
const examples = new URL(`packed-${number}.json`, import.meta.url);

/** With the texts of all flags it stays within the 32 KB that Deflate looks back. */
const characters = 12_000;
const textOf = (value: unknown) => JSON.stringify(value);

if (!existsSync(dictionary)) {
  const common = commonPieces(exampleValues().map(textOf), characters);
  write(dictionary, [...flagValues().map(textOf), ...common]);
} else if (!existsSync(examples) && formats.at(-1)?.number === number) {
  const values = exampleValues();
  const some = [values[0], ...values.filter((_, index) => index % 29 === 0)];
  write(
    examples,
    some.map(value => ({ value, packed: Buffer.from(pack(value)).toString('base64') })),
  );
} else stdout.write(`Format ${number} has what it needs, or is not the last of formats.ts\n`);

function write(file: URL, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  stdout.write(`${file.pathname} is written: commit it, and never change it\n`);
}
