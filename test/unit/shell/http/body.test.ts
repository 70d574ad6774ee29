import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../functions/shell/http/body.ts';

const limits = { accepts: ['application/json', 'text/csv'], maximumBytes: 20 };
const read = (body: string | undefined, type: string | undefined, isBase64Encoded = false) =>
  readBody(
    { headers: { 'content-type': type }, body, isBase64Encoded } as unknown as APIGatewayProxyEventV2,
    limits,
  );
const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64');

describe('the body of a request', () => {
  it('is text with its media type, however the gateway hands it over', () => {
    expect(read('{"a":"é"}', 'application/json')).toEqual({
      ok: true,
      text: '{"a":"é"}',
      essence: 'application/json',
    });
    expect(read(base64('{"a":"é"}'), 'Application/JSON; charset=UTF-8', true)).toMatchObject({
      text: '{"a":"é"}',
    });
  });

  it('is refused where it names another charset than that in which the gateway hands text over', () => {
    const pounds = Buffer.from([0x41, 0xa3]).toString('utf8');
    for (const type of ['text/csv; charset=windows-1252', 'application/json; charset=utf-16'])
      expect(read(pounds, type)).toMatchObject({
        problem: { status: 415, detail: expect.stringContaining('upload it as a file') },
      });
    expect(read('plain', 'text/csv; charset=windows-1252')).toMatchObject({ ok: true, text: 'plain' });
    expect(read('n\0o\0', 'text/csv; charset=utf-16le')).toMatchObject({ problem: { status: 415 } });
  });

  it.each([
    ['no media type', undefined],
    ['no real media type', 'json'],
    ['another media type', 'application/xml'],
    ['a charset that nobody knows', 'text/csv; charset=klingon'],
  ])('is refused with %s', (_what, type) => {
    expect(read('{}', type)).toMatchObject({ ok: false, problem: { status: 415 } });
  });

  it('is measured in bytes, after decoding', () => {
    expect(read('é'.repeat(10), 'text/csv')).toMatchObject({ ok: true });
    expect(read('é'.repeat(11), 'text/csv')).toMatchObject({ problem: { status: 413 } });
    expect(read(base64('x'.repeat(20)), 'text/csv', true)).toMatchObject({ ok: true });
    expect(read(base64('x'.repeat(21)), 'text/csv', true)).toMatchObject({ problem: { status: 413 } });
  });

  it('may be missing: then it is empty', () => {
    expect(read(undefined, 'text/csv')).toMatchObject({ ok: true, text: '' });
  });
});
