import { describe, expect, it } from 'vitest';
import { explain } from '../../../../../functions/operators/ops/dead-letters/explain.ts';
import type { DeadLetter } from '../../../../../functions/shell/operations/dead-letter-queues.ts';
import type { LocalReference } from '../../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../../support/events.ts';

const letter = (body: unknown, attributes: Record<string, string> = {}): DeadLetter => ({
  id: 'm-1',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  sentAt: instant('2025-06-02T07:40:00Z'),
  receives: 5,
  attributes,
});
const leak = eventOf({
  type: 'housing.leak.contained.v1',
  at: '2025-06-02T07:40:00Z',
  home: flat4,
  data: { leakReference: 'L-1' as LocalReference },
});
const onBus = (detail: unknown) => ({ 'detail-type': leak.type, source: leak.source, detail });

describe('a dead letter', () => {
  it('that functions failed at is named by its event', () => {
    expect(explain(letter(onBus(leak)))).toEqual({
      what: `housing.leak.contained.v1 ${leak.id} of property/200000471104`,
      why: 'given up after it was received 5 times',
      ids: ['m-1', leak.id],
    });
  });

  it('that breaks the shared language says where', () => {
    expect(explain(letter(onBus({ ...leak, time: 'yesterday' }))).what).toBe(
      'housing.leak.contained.v1, which breaks the shared language at /time',
    );
  });

  it('that the bus could not hand over has the bus’s reason', () => {
    const attributes = { RULE_ARN: 'arn:rule', ERROR_CODE: 'NO_PERMISSIONS', RETRY_ATTEMPTS: '185' };
    expect(explain(letter(onBus(leak), attributes))).toMatchObject({
      what: expect.stringContaining(leak.id),
      why: 'the bus could not put it into the queue: NO_PERMISSIONS: no message (185 retries)',
    });
  });

  it('that deliver dead-lettered has deliver’s reason, and the id under which its log speaks of it', () => {
    const attributes = {
      reason: 'not delivered within 5 days: answered 503',
      firstSentAt: '2025-06-01T19:40:00.000Z',
      formerId: 'm-0',
    };
    expect(explain(letter(onBus(leak), attributes))).toMatchObject({
      why: 'dead-lettered: not delivered within 5 days: answered 503; it first came 2025-06-01T19:40:00.000Z',
      ids: ['m-1', 'm-0', leak.id],
    });
  });

  it('that is a notice of a stream says how many records wait, since when, and why', () => {
    const notice = {
      requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 40 },
      responseContext: { functionError: 'Unhandled' },
      DDBStreamBatchInfo: {
        batchSize: 3,
        approximateArrivalOfFirstRecord: '2025-06-02T07:00:00Z',
        approximateArrivalOfLastRecord: '2025-06-02T07:10:00Z',
      },
    };
    expect(explain(letter(notice))).toEqual({
      what: '3 records of a table’s stream, written since 2025-06-02T07:00:00Z',
      why: 'RecordAgeExceeded after 40 attempts (Unhandled)',
      ids: ['m-1'],
      written: { from: '2025-06-02T07:00:00Z', to: '2025-06-02T07:10:00Z' },
    });
  });

  it('that is the address of an outbox row says which, and why the relay could not publish it', () => {
    const row = { pk: 'PROPERTY#200000471104', sk: 'OUTBOX#000000000003' };
    const attributes = {
      reason: 'it cannot be read at events/0',
      firstSentAt: '2025-06-02T07:00:00.000Z',
      formerId: '300',
    };
    expect(explain(letter({ outboxRow: row }, attributes))).toEqual({
      what: 'announcements of a commit, outbox row PROPERTY#200000471104 OUTBOX#000000000003',
      why: 'dead-lettered: it cannot be read at events/0; it first came 2025-06-02T07:00:00.000Z',
      ids: ['m-1', '300'],
      row,
    });
  });

  it.each([
    ['a system’s own message', '{"name":"Mrs Albright"}', {}, 'a system’s message of 23 bytes'],
    ['no JSON', '<xml/>', {}, 'a system’s message of 6 bytes'],
    [
      'a flag in an inbox',
      '{}',
      { eventId: leak.id, version: '7' },
      `flag announcement ${leak.id}, version 7`,
    ],
    [
      'an event of AWS',
      JSON.stringify({ 'detail-type': 'Object Created', source: 'aws.s3', detail: { object: { key: 'k' } } }),
      {},
      'Object Created of aws.s3',
    ],
  ])('that is %s is told by its kind, never by what is in it', (_, body, attributes, what) => {
    expect(explain(letter(body, attributes)).what).toBe(what);
  });
});
