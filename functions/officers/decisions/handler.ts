import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import { makeCommitDecision } from '../../records/commit/commit-decision.ts';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { routesOf } from '../../shell/http/serve.ts';
import { logger } from '../../shell/logger.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeFindDecision } from '../../shell/tables/records/decision-reader.ts';
import { makeIsFirst } from '../../shell/tables/records/heard-store.ts';
import { makeRecordsStore } from '../../shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../shell/tables/records/subject-reader.ts';
import { decisionEndpoints } from './endpoints.ts';

const environment = environmentOf({ RECORDS_TABLE: setting, DIRECTORY_TABLE: setting, ROLE_CLAIM: setting });
const client = documentClient();
const pause = fullJitter({ base: 20, cap: 320 });
const records = { client, tableName: environment.RECORDS_TABLE, pause };
const routes = routesOf(decisionEndpoints, {
  directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
  subjects: makeSubjectReader(records),
  commit: makeCommitDecision({ store: makeRecordsStore(records), now, pause }),
  find: makeFindDecision(records),
  isFirst: makeIsFirst(records),
  roleClaim: environment.ROLE_CLAIM,
  now,
});

/** Takes what officers decide about flags: the one place where a person writes a record. */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler(httpRouterHandler(routes));
