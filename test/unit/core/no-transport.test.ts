import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What only a transport has. Endpoints that are audited are named by what was read (`GET`), and are data of the core. */
const transport = {
  'an HTTP status': /\bstatus(Code)?: *[1-5]\d\d\b/,
  'a request': /\b(POST|PUT|PATCH|DELETE) \//,
  'a problem of RFC 9457': /problem\+json|RFC ?9457|\bProblemDetails\b|\bApiProblem\b/,
  'an HTTP header': /\bretry-after\b|\bif-match\b|\bheaders\b/i,
  HTTP: /\bhttps?\b(?!:)/i,
} as const;

const core = fileURLToPath(new URL('../../../functions/core/', import.meta.url));
const files = globSync('**/*.ts', { cwd: core });

/** What a text has of a transport, by line. */
function transportIn(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    Object.entries(transport)
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `line ${index + 1}: ${what}`),
  );
}

test('there is a core to look at', () => {
  expect(files.length).toBeGreaterThan(100);
});

test.each(files)('core/%s knows no transport', file => {
  expect(
    transportIn(readFileSync(`${core}${file}`, 'utf8')),
    'The core says what is so, not how it is answered: return a kind (forbidden, conflict, invalid), and let the ' +
      'endpoint make a status, a title and a path of it, as officers/decisions/refusal-problem.ts does.',
  ).toEqual([]);
});

test.each([
  'status: 403 | 409,',
  'detail: `POST /v1/persons/{ref}/flags`',
  '/** As problem+json. */',
  'retryAfter(headers, at)',
  'over HTTPS',
])('and it is seen where it does: %s', line => {
  expect(transportIn(line)).not.toEqual([]);
});
