import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decodedText, NotText } from '../../../functions/shell/decoded-text.ts';

/** Bytes as they arrive: one after the other, so that every character of several is cut in two. */
function oneByOne(bytes: Buffer): AsyncIterable<Uint8Array> {
  return Readable.from([bytes.subarray(0, 2), ...[...bytes.subarray(2)].map(byte => Uint8Array.of(byte))]);
}

async function decoded(bytes: Buffer, charset = 'utf-8'): Promise<string> {
  let text = '';
  for await (const piece of decodedText(oneByOne(bytes), charset)) text += piece;
  return text;
}

const said = 'St John’s House, £5';
const utf16 = Buffer.from(`\ufeff${said}`, 'utf16le');

describe('text from bytes', () => {
  it.each([
    ['utf-8', Buffer.from(said)],
    ['utf-8', Buffer.from(`\ufeff${said}`)],
    ['utf-8', utf16],
    ['utf-8', Buffer.from(utf16).swap16()],
    ['windows-1252', Buffer.from('St John\x92s House, \xa35', 'latin1')],
  ])('in %s, or in what its byte-order mark says', async (charset, bytes) => {
    expect(await decoded(bytes, charset)).toBe(said);
  });

  it.each([
    ['utf-8', Buffer.from('St John\x92s House', 'latin1')],
    ['klingon', Buffer.from('Qapla’')],
  ])('that is not in %s is an error, never a guess', async (charset, bytes) => {
    await expect(decoded(bytes, charset)).rejects.toThrow(NotText);
  });

  it('is empty where there are no bytes', async () => {
    expect(await decoded(Buffer.alloc(0))).toBe('');
  });
});
