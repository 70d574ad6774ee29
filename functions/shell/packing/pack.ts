import { formats, latestFormat } from './formats.ts';

/** A packed value of a format that this release does not know. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';
  constructor(format: number | undefined) {
    super(
      format === undefined
        ? 'A packed value is empty: restore its item from the table’s backup'
        : `A packed value is of format ${format}, which this release cannot read: a newer one wrote it. Deploy that or a later one`,
    );
  }
}

/**
 * A value of JSON in few bytes. The first one says the format, by which it can be read for ever. The same value may have other
 * bytes in another release: compare values, never bytes.
 */
export function pack(value: unknown): Uint8Array {
  const { number, write } = latestFormat;
  const content = write(JSON.stringify(value));
  const packed = new Uint8Array(content.byteLength + 1);
  packed[0] = number;
  packed.set(content, 1);
  return packed;
}

/**
 * The value that was packed.
 * @throws {UnknownFormat} when a newer release packed it
 * @throws {Error} when its bytes are damaged
 */
export function unpack(packed: Uint8Array): unknown {
  const format = formats.find(({ number }) => number === packed[0]);
  if (format === undefined) throw new UnknownFormat(packed[0]);
  return JSON.parse(format.read(packed.subarray(1)));
}
