import * as z from 'zod';
import { endpoints } from '../../../functions/endpoints.ts';
import { examples } from '../../../functions/examples.ts';
import type { Endpoint } from '../../../functions/shell/http/endpoint.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import type { Request } from './request.ts';

/** A request with one part that nobody should send, and what it is that is wrong with it. */
export interface Hostile {
  request: Request;
  what: string;
  system?: string;
}

const position = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What callers have sent, by mistake and on purpose. */
const texts: readonly string[] = [
  ...['', ' ', '\0', '-1', '0', '1e400', 'NaN', 'null', '[]', '{}', "'", '%', '../..', '#', '~', 'Σ😀'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\ufffd', '\ufdfa'.repeat(400)],
  ...['9'.repeat(40), 'x'.repeat(3_000), 'NO '.repeat(99), '9999-12-31', '0000-01-01', '+099999-01-01'],
  ...['9999-12-31T23:59:59.999-14:00', '2025-02-30', '24:00', 'property/', 'person/x:', 'repairs:\u{10ffff}'],
  ...[{}, [], { after: '' }, { after: '\0' }, { version: 1e15 }, { system: 'x', after: 'x' }].map(position),
  ...[
    { happened: '9999-12-31T00:00:00.000Z#x', id: 'x' },
    { system: 'repairs', last: {} },
  ].map(position),
  position({
    happened: '1999-12-31T00:00:00.000Z#0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
    id: '1f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
  }),
  position({ about: 'x', at: '2025-06-02T09:15:00.000Z', readId: 'x'.repeat(300) }),
];
const values: readonly unknown[] = [...texts, 0, -1, 1e308, 1e-300, null, true, [], {}, [[]]];

/** What a parameter may be, so that only one of a request is wrong at a time. */
const sound: Readonly<Record<string, string>> = {
  uprn: flat(4),
  ref: 'tenancy:x',
  id: '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
  fileId: '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
  subject: `property/${flat(4)}`,
  list: 'conflicts',
};

/** Every endpoint with every parameter, field and header wrong in every way, one at a time. */
export function hostileRequests(): Hostile[] {
  return (Object.values(endpoints).flat() as unknown as Endpoint<object>[]).flatMap(ofEndpoint);
}

function ofEndpoint({ method, path, params, query, headers, body, shows }: Endpoint<object>): Hostile[] {
  const system = shows === 'own-data' ? 'repairs' : undefined;
  const example: unknown = examples[`${method} ${path}`]?.request?.['application/json'];
  const names = (schema: z.ZodType | undefined) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const made = (change: { in?: string; name?: string; value?: unknown }): Hostile => {
    const given = (name: string) => String(change.name === name ? change.value : (sound[name] ?? 'x'));
    const filled = path
      .replace('{system}', system ?? '')
      .replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(given(name)));
    const asked = new URLSearchParams(
      names(query).flatMap((name): [string, string][] =>
        change.in === 'query' && change.name === name
          ? [[name, String(change.value)]]
          : name in sound && name !== 'uprn' && name !== 'id'
            ? [[name, sound[name] ?? '']]
            : [],
      ),
    );
    const sent = change.in === 'body' ? change.value : example;
    const header =
      change.in === 'header' ? { [change.name ?? '']: encodeURIComponent(String(change.value)) } : {};
    return {
      what: `${method} ${path}, ${change.in} ${change.name}: ${JSON.stringify(change.value)?.slice(0, 80)}`,
      ...(system !== undefined && { system }),
      request: {
        ...{ method, path: `${filled}?${asked}` },
        headers: { 'if-match': '"1"', 'idempotency-key': 'a', ...header },
        ...(body !== undefined && { contentType: 'application/json', body: JSON.stringify(sent ?? {}) }),
      },
    };
  };
  const each = (where: string, some: readonly string[]) =>
    some.flatMap(name => texts.map(value => made({ in: where, name, value })));
  const fields = typeof example === 'object' && example !== null ? Object.keys(example) : [];
  const bodies = [
    ...values.map(value => ({ name: 'as a whole', value })),
    ...fields.flatMap(name =>
      values.map(value => ({ name, value: { ...(example as object), [name]: value } })),
    ),
  ];
  return [
    ...each('path', Object.keys(params?.shape ?? {})),
    ...each('query', names(query)),
    ...each('header', Object.keys(headers?.shape ?? {})),
    ...(body === undefined ? [] : bodies.map(change => made({ in: 'body', ...change }))),
  ];
}
