import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../functions/intake/item/document.ts';
import { unwrapped } from '../../../../functions/intake/item/unwrapped.ts';

const item = { entryId: 'CE-1', event: 'received' };
const notification = (Message: string) => ({
  ...{ Type: 'Notification', MessageId: 'm', TopicArn: 'arn:aws:sns:eu-west-2:1:cases', Subject: 'x' },
  ...{ Message, Timestamp: '2025-06-02T09:15:00.000Z', Signature: '…' },
});
const ofBus = (detail: unknown) => ({
  ...{ version: '0', id: 'e', 'detail-type': 'CaseChanged', source: 'cases', account: '1' },
  ...{ time: '2025-06-02T09:15:00Z', region: 'eu-west-2', resources: [], detail },
});
const said = JSON.stringify(item);
const adapter = { itemsOf: (document: unknown) => [document] };
const read = (document: unknown) =>
  readDocument(
    typeof document === 'string' ? document : JSON.stringify(document),
    'application/json',
    adapter,
  );

describe('what a message is wrapped in on its way', () => {
  it.each([
    ['nothing', item],
    ['a notification of a topic', notification(said)],
    ['an event of a bus', ofBus(item)],
    ['the records of a queue', { Records: [{ messageId: 'm', body: said }] }],
    ['the records of a topic', { Records: [{ EventSource: 'aws:sns', Sns: { Message: said } }] }],
    ['all of them', { Records: [{ body: JSON.stringify(notification(JSON.stringify(ofBus(item)))) }] }],
    ['an array', [notification(said)]],
  ])('is taken off: %s', (_what, document) => {
    expect(read(document)).toEqual({ ok: true, items: [{ row: 1, item }] });
  });

  it('stays where it says no more than itself, and what is no JSON in it stays text', () => {
    const records = ['text', null, { messageId: 'm' }, { body: 3 }, { body: 'not json' }];
    expect(unwrapped({ Records: records }).map(one => one.item)).toEqual([
      ...records.slice(0, 4),
      'not json',
    ]);
    for (const own of [
      { Type: 'Notification', Message: 'x' },
      { source: 'cases', detail: 'x' },
    ])
      expect(unwrapped(own)).toEqual([{ item: own }]);
  });

  it('has an end', () => {
    const often = Array.from({ length: 9 }).reduce<unknown>(inside => ofBus(inside), item);
    expect(JSON.stringify(unwrapped(often))).toContain('detail-type');
  });
});

describe('a key that stands in an object twice', () => {
  it('is refused by its name; its neighbours in an array are read', () => {
    expect(read('{"type": "x", "type": "y"}')).toEqual({
      ok: false,
      detail: 'The key “type” stands there twice, at /type: send each key once',
    });
    expect(read('[{"a": 1}, {"b": {"Id": 1, "id": 2}}, {"c": 3}]')).toMatchObject({
      items: [
        { row: 1, item: { a: 1 } },
        {
          row: 2,
          item: '{"b": {"Id": 1, "id": 2}}',
          problems: [{ path: '/b/id', message: 'The key “id” stands there beside “Id”' }],
        },
        { row: 3, item: { c: 3 } },
      ],
    });
  });

  it('is refused inside a wrapping, too', () => {
    expect(read(notification('{"a": 1, "a": 2}'))).toMatchObject({
      items: [{ row: 1, item: '{"a": 1, "a": 2}', problems: [{ path: '/a' }] }],
    });
  });
});
