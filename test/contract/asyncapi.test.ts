import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromFile, Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { hubTypes, officersTypes } from '../../schemas/authority.ts';
import { catalogue } from '../../schemas/catalogue.ts';

const file = new URL('../../schemas/asyncapi.json', import.meta.url);
const parser = new Parser();

it('is an AsyncAPI document without a fault in the eyes of AsyncAPI’s own parser', async () => {
  const { document, diagnostics } = await fromFile(parser, fileURLToPath(file)).parse();
  expect(diagnostics.map(({ code, message, path }) => `${code} ${path.join('.')} ${message}`)).toEqual([]);
  const [channel] = document?.channels() ?? [];
  const messages = channel?.messages().map(message => message.id()) ?? [];
  expect(messages.toSorted()).toEqual(catalogue.map(({ type }) => type).toSorted());
  expect(document?.version()).toMatch(/^3\./);
});

it('says of each event who says it, and nothing twice but what officers say as systems do', async () => {
  const { document } = await fromFile(parser, fileURLToPath(file)).parse();
  const said = Object.fromEntries(
    (document?.operations() ?? []).map(operation => [
      operation.id() ?? '',
      operation.messages().map(message => message.id()),
    ]),
  );
  expect(said['hub']).toEqual(hubTypes);
  expect(said['officers']).toEqual(expect.arrayContaining([...officersTypes]));
  expect(said['systems']?.filter(type => said['officers']?.includes(type))).toEqual([
    'housing.flag.asserted.v1',
  ]);
});

describe('the parser does judge: it refuses', () => {
  const { components, operations } = JSON.parse(readFileSync(file, 'utf8'));
  const payload = { type: 'leak' };
  const documentOf = (message: object, operation: object = operations.systems) => ({
    asyncapi: '3.1.0',
    info: { title: 'Of one message', version: '1.0.0' },
    channels: {
      bus: { messages: { leak: { ...components.messages['housing.leak.reported.v1'], ...message } } },
    },
    operations: { systems: { ...operation, messages: [{ $ref: '#/channels/bus/messages/leak' }] } },
  });

  it.each([
    ['a payload that is no JSON Schema', documentOf({ payload }), 'asyncapi-document-resolved'],
    [
      'an operation that neither sends nor receives',
      documentOf({}, { channel: operations.hub.channel }),
      'asyncapi-document-resolved',
    ],
    ['a message that is nowhere', { ...documentOf({}), channels: { bus: { messages: {} } } }, 'invalid-ref'],
  ])('%s', async (_, wrong, fault) => {
    const { diagnostics } = await parser.parse(JSON.stringify(wrong));
    expect(diagnostics.map(({ code }) => code)).toContain(fault);
  });
});
