import { expect, it } from 'vitest';
import { acceptEntry } from '../../../events/put-events.ts';

const entry = {
  Source: 'urn:sample',
  DetailType: 'thing.happened',
  Detail: '{"id":1}',
  EventBusName: 'main',
};
const now = new Date('2025-03-01T09:08:07.654Z');

it('makes an event of an entry, at the hub’s time to the second', () => {
  expect(acceptEntry(entry, ['main'], 'e1', now)).toEqual({
    kind: 'event',
    bus: 'main',
    event: {
      version: '0',
      id: 'e1',
      'detail-type': 'thing.happened',
      source: 'urn:sample',
      account: '000000000000',
      time: '2025-03-01T09:08:07Z',
      region: 'eu-west-2',
      resources: [],
      detail: { id: 1 },
    },
  });
});

it('keeps the time an entry has, and finds a bus by its ARN', () => {
  const EventBusName = 'arn:aws:events:eu-west-2:000000000000:event-bus/main';
  expect(acceptEntry({ ...entry, EventBusName, Time: 0 }, ['main'], 'e1', now)).toMatchObject({
    bus: 'main',
    event: { time: '1970-01-01T00:00:00Z' },
  });
});

it.each([
  ['no source', { Source: '' }, 'InvalidArgument'],
  ['no detail type', { DetailType: undefined }, 'InvalidArgument'],
  ['no detail', { Detail: undefined }, 'InvalidArgument'],
  ['a detail that is not JSON', { Detail: '{' }, 'MalformedDetail'],
  ['a detail that is no object', { Detail: '"text"' }, 'MalformedDetail'],
  ['an unknown bus', { EventBusName: 'other' }, 'ResourceNotFoundException'],
  ['a source of AWS’s own', { Source: 'aws.s3' }, 'NotAuthorizedForSourceException'],
])('refuses %s', (_, wrong, code) => {
  expect(acceptEntry({ ...entry, ...(wrong as object) }, ['main'], 'e1', now)).toMatchObject({
    kind: 'refused',
    code,
  });
});
