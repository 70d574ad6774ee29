import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Role } from '../../../functions/core/views/roles.ts';
import type { DecideDeps } from '../../../functions/officers/decisions/deps.ts';
import { decisionEndpoints } from '../../../functions/officers/decisions/endpoints.ts';
import { getFlag } from '../../../functions/officers/flags/get-flag.ts';
import type { ApiDeps } from '../../../functions/officers/properties/sources.ts';
import { makeCommit } from '../../../functions/records/commit/commit.ts';
import { makeCommitDecision } from '../../../functions/records/commit/commit-decision.ts';
import type { ApiRequest } from '../../../functions/shell/http/officer-request.ts';
import { makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import { makePlaces } from '../../../functions/shell/tables/directory/directory-writer.ts';
import { makeFindDecision, makeFindEvent } from '../../../functions/shell/tables/records/decision-reader.ts';
import { makeReadHistory } from '../../../functions/shell/tables/records/history-reader.ts';
import {
  makeRecordsStore,
  type RecordsStore,
} from '../../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../../functions/shell/tables/records/subject-reader.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { alderCourt2, flat4, flat7, instant, larchHouse } from '../../support/events.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import { newTable } from './tables.ts';

/** What an officer asks for. */
export interface Ask {
  role: Role | undefined;
  /** Who of that role; one and the same, unless told otherwise. */
  name?: string;
  path: string;
  of: Record<string, string>;
  body?: unknown;
  ifMatch?: string;
  key?: string;
}
export interface Answer {
  status: number;
  contentType: string | undefined;
  etag: string | undefined;
  location: string | undefined;
  body: Record<string, unknown>;
}

const tokens = { roleClaim: 'role', claimNames: new Map() };

/** Officers at the hub, on real tables: Larch House is a block with two homes, Alder Court 2 is in none. */
export async function openDecisionDesk(watch: (store: RecordsStore) => RecordsStore = store => store) {
  const [records, directory] = await Promise.all([newTable('events'), newTable()]);
  await makePlaces(directory).write(places);
  let time = instant('2025-10-06T10:00:00Z');
  const now = () => time;
  const pause = () => Promise.resolve();
  const deps: DecideDeps = {
    directory: makeDirectory(directory),
    subjects: makeSubjectReader(records),
    commit: makeCommitDecision({ store: watch(makeRecordsStore(records)), now, pause }),
    encrypt: unencrypted.encrypt,
    find: makeFindDecision(records),
    findEvent: makeFindEvent(records),
    tokens,
    now,
  };
  const reading = {
    ...{ subjects: deps.subjects, history: makeReadHistory(records), tokens, now },
    ...{ audit: { write: () => Promise.resolve() }, teamOfSystem: () => undefined, ...unencrypted },
  } as unknown as ApiDeps;
  const commit = makeCommit({
    store: makeRecordsStore(records),
    keep: () => Promise.resolve('kept'),
    now,
    pause,
  });
  return {
    records,
    at(text: string): void {
      time = instant(text);
    },
    /** What the record queue brings of one subject. */
    hear: (subject: Subject, ...events: SystemEvent[]) => commit([subject], events),
    async post(ask: Ask): Promise<Answer> {
      const endpoint = decisionEndpoints.find(({ path }) => path === ask.path);
      if (endpoint === undefined) throw new Error(`Nothing is decided at ${ask.path}`);
      return answerOf(await endpoint.answer(deps, requestOf(ask)));
    },
    async flag(role: Role, id: string, query: Record<string, string> = {}): Promise<Answer> {
      const request = { ...requestOf({ role, path: '', of: { id } }), queryStringParameters: query };
      return answerOf(await getFlag.answer(reading, request));
    },
  };
}

export type DecisionDesk = Awaited<ReturnType<typeof openDecisionDesk>>;

/** The rows of a table whose sort keys begin like this. */
export function rowsLike(items: readonly Record<string, unknown>[], prefix: string) {
  return items.filter(({ sk }) => String(sk).startsWith(prefix));
}

const place = { status: 'approved' as const, address: 'A home', postcode: 'SE15 4PT', references: {} };
const places = [
  { ...place, uprn: larchHouse, address: 'Larch House' },
  { ...place, uprn: flat4, blockUprn: larchHouse },
  { ...place, uprn: flat7, blockUprn: larchHouse },
  { ...place, uprn: alderCourt2 },
];

function requestOf({ role, name = `a ${role}`, of, body, ifMatch, key = randomUUID() }: Ask): ApiRequest {
  return {
    headers: { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
    pathParameters: of,
    queryStringParameters: {},
    body: JSON.stringify(body ?? {}),
    requestContext: { requestId: randomUUID(), authorizer: { jwt: { claims: { role, sub: name } } } },
  } as unknown as ApiRequest;
}

function answerOf({ statusCode, headers, body }: APIGatewayProxyStructuredResultV2): Answer {
  return {
    status: statusCode ?? 200,
    contentType: headers?.['content-type']?.toString(),
    etag: headers?.['etag']?.toString(),
    location: headers?.['location']?.toString(),
    body: JSON.parse(body ?? '{}'),
  };
}
