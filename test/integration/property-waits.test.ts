import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { getProperty } from '../../functions/officers/properties/get-property.ts';
import type { ApiDeps } from '../../functions/officers/properties/sources.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { makePlaces } from '../../functions/shell/tables/directory/directory-writer.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import {
  localReferenceSchema,
  type PersonReference,
  propertySubject,
  type Uprn,
} from '../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant, larchHouse, mrB, mrsA } from '../support/events.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { newTable } from './support/tables.ts';

const now = () => instant('2025-10-06T10:00:00Z');
const place = { status: 'approved' as const, address: 'A home', postcode: 'SE15 4PT', references: {} };
const places = [
  { ...place, uprn: larchHouse },
  { ...place, uprn: flat4, blockUprn: larchHouse },
  { ...place, uprn: flat7, status: 'retired' as const, succeededBy: [flat4] },
];

let records: EventsTable;
let directory: Table;
let waits: string[][];
beforeEach(async () => {
  [records, directory, waits] = [await newTable('events'), await newTable(), []];
  await makePlaces(directory).write(places.slice(0, 2));
  await movesIn(flat4, mrsA);
});

const movesIn = (home: Uprn, person: PersonReference) =>
  makeCommit({
    ...{ store: makeRecordsStore(records), keep: () => Promise.resolve('kept'), now },
    pause: () => Promise.resolve(),
  })(
    [propertySubject(home)],
    [
      eventOf({
        ...{ type: 'housing.tenancy.started.v1', system: 'tenancy', at: '2025-07-02T09:00:00Z' },
        ...{ home, persons: [person] },
        data: {
          tenancyReference: localReferenceSchema.parse(`T ${home}`),
          tenure: 'Secure',
          household: [{ person, responsible: true }],
        },
      }),
    ],
  );

/** Notes what is asked while nothing else is under way, and with it what is asked before that is answered: one wait. */
function noteWaits(clients: readonly DynamoDBDocumentClient[]): void {
  let underWay = 0;
  for (const client of clients)
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async args => {
          if (underWay === 0) waits.push([]);
          waits.at(-1)?.push(commandName.replace(/Command$/, ''));
          underWay += 1;
          try {
            return await next(args);
          } finally {
            underWay -= 1;
          }
        },
      { step: 'initialize', name: 'waits' },
    );
}

async function look(): Promise<{ residents: unknown }> {
  noteWaits([records.client, directory.client]);
  const deps = {
    ...{ directory: makeDirectory(directory), subjects: makeSubjectReader(records), now },
    ...{ tokens: { roleClaim: 'role', claimNames: new Map() }, teamOfSystem: () => undefined },
    audit: { write: () => Promise.resolve() },
    ...unencrypted,
  } as unknown as ApiDeps;
  const { statusCode, body = '' } = await getProperty.answer(deps, {
    ...{ headers: {}, pathParameters: { uprn: flat4 }, queryStringParameters: {} },
    requestContext: {
      requestId: randomUUID(),
      authorizer: { jwt: { claims: { role: 'manager', sub: 'officer' } } },
    },
  } as unknown as ApiRequest);
  expect(statusCode, body).toBe(200);
  return JSON.parse(body);
}

it('a home is read in two steps: what is known of it, then who and what is around it', async () => {
  expect(JSON.stringify(await look())).toContain(mrsA);
  expect(waits.map(one => one.toSorted())).toEqual([
    ['BatchGetItem', 'BatchGetItem', 'Query'],
    ['BatchGetItem'],
  ]);
});

it('a home that succeeded another takes no step more, where nobody lives there by what the other says', async () => {
  await makePlaces(directory).write(places.slice(2));
  await movesIn(flat7, mrsA);
  await look();
  // Its predecessors are looked for until there are no more.
  expect(waits.filter(([command]) => command === 'BatchGetItem')).toHaveLength(2);
});

it('and one more where somebody does', async () => {
  await makePlaces(directory).write(places.slice(2));
  await movesIn(flat7, mrB);
  expect(JSON.stringify(await look())).toContain(mrB);
  expect(waits.filter(([command]) => command === 'BatchGetItem')).toHaveLength(3);
});
