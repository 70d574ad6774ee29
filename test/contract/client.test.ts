import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type DeprecatedCall, lintel } from '@lintel/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractVersion } from '../../schemas/contract-version.ts';

const repository = path.join(import.meta.dirname, '../..');

/** A client of a hub that answers every request alike, and what it was asked. */
function clientOf(answer: () => Response) {
  const asked: Request[] = [];
  const deprecated: DeprecatedCall[] = [];
  const tokens = ['token-1', 'token-2'];
  const client = lintel({
    baseUrl: 'https://hub.example',
    token: () => tokens.shift() ?? '',
    onDeprecated: call => deprecated.push(call),
    fetch: request => {
      asked.push(request);
      return Promise.resolve(answer());
    },
  });
  return { client, asked, deprecated };
}

const list = { params: { query: { list: 'conflicts' } } } as const;

describe('the client', () => {
  it('asks for a token for each request, and sends what is asked for', async () => {
    const { client, asked } = clientOf(() => Response.json({ entries: [] }));
    await client.GET('/v1/flags', list);
    const { data } = await client.GET('/v1/properties/{uprn}', { params: { path: { uprn: '1' } } });
    expect(data).toEqual({ entries: [] });
    expect(asked.map(({ url, headers }) => [url, headers.get('authorization')])).toEqual([
      ['https://hub.example/v1/flags?list=conflicts', 'Bearer token-1'],
      ['https://hub.example/v1/properties/1', 'Bearer token-2'],
    ]);
  });

  it('gives a refusal as the problem that it is', async () => {
    const problem = { type: 'about:blank', status: 403, title: 'Not with this token', detail: 'No.' };
    const headers = { 'content-type': 'application/problem+json' };
    const { client } = clientOf(() => new Response(JSON.stringify(problem), { status: 403, headers }));
    const { error, response } = await client.GET('/v1/flags', list);
    expect([error, response.status]).toEqual([problem, 403]);
  });

  it('tells of an endpoint that will go, and of no other', async () => {
    const said = {
      ...{ deprecation: '@1798761600', sunset: 'Sat, 01 Jan 2028 00:00:00 GMT' },
      link: '</v2/flags>; rel="successor-version"',
    };
    const going = clientOf(() => Response.json({}, { headers: said }));
    await going.client.GET('/v1/flags', list);
    expect(going.deprecated).toEqual([
      { endpoint: 'GET /v1/flags', sunset: new Date('2028-01-01'), instead: '/v2/flags' },
    ]);
    const staying = clientOf(() => Response.json({}));
    await staying.client.GET('/v1/flags', list);
    expect(staying.deprecated).toEqual([]);
  });
});

describe('the package, where somebody else installs it', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lintel-client-'));
    const modules = path.join(folder, 'node_modules');
    mkdirSync(path.join(modules, '@lintel'), { recursive: true });
    cpSync(path.join(repository, 'schemas/client'), path.join(modules, '@lintel/client'), {
      recursive: true,
    });
    for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
      symlinkSync(path.join(repository, 'node_modules', name), path.join(modules, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function compile(lines: readonly string[]): string {
    writeFileSync(path.join(folder, 'use.mts'), lines.join('\n'));
    const tsc = path.join(repository, 'node_modules/.bin/tsc');
    const strict = [
      '--noEmit',
      '--pretty',
      'false',
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'es2024',
      '--types',
      '',
    ];
    try {
      return execFileSync(tsc, [...strict, '--module', 'nodenext', 'use.mts'], {
        cwd: folder,
        encoding: 'utf8',
      });
    } catch (error) {
      return stripVTControlCharacters((error as { stdout: string }).stdout);
    }
  }

  const made = [
    "import { lintel } from '@lintel/client';",
    "const client = lintel({ baseUrl: 'https://hub.example', token: () => 't' });",
  ];

  it('knows what is answered, as strictly as TypeScript can', () => {
    const used = [
      "const { data, error } = await client.GET('/v1/properties/{uprn}', { params: { path: { uprn: '1' } } });",
      'const codes: string[] | undefined = data?.flags.map(flag => flag.code);',
      'console.log(codes, error);',
    ];
    expect(compile([...made, ...used])).toBe('');
  });

  it.each([
    ["await client.GET('/v1/homes', {});", "'/v1/homes'"],
    ["await client.GET('/v1/properties/{uprn}', { params: { path: {} } });", "is missing in type '{}'"],
    ["await client.GET('/v1/flags', { params: { query: { list: 'everything' } } });", "'everything'"],
    [
      "const { data } = await client.GET('/v1/flags/untold'); console.log(data?.names);",
      "'names' does not exist",
    ],
  ])('does not compile: %s', (use, why) => {
    const said = compile([...made, use]);
    expect(said).toContain('error TS');
    expect(said.replaceAll('"', "'")).toContain(why);
  });
});

it('has the version of the contract', () => {
  const { version } = JSON.parse(readFileSync(path.join(repository, 'schemas/client/package.json'), 'utf8'));
  expect(version).toBe(contractVersion);
});
