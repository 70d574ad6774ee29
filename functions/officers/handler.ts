import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import { adapterFor, systems } from '../adapters/registry.ts';
import { endpoints } from '../endpoints.ts';
import { fullJitter } from '../shell/backoff.ts';
import { documentClient } from '../shell/clients.ts';
import { now } from '../shell/clock.ts';
import { environmentOf, positiveSetting, setting } from '../shell/environment.ts';
import type { ApiRequest } from '../shell/http/officer-request.ts';
import { noSuchEndpoint, routesOf } from '../shell/http/serve.ts';
import { logger } from '../shell/logger.ts';
import { makeAuditWriter } from '../shell/tables/audit/writer.ts';
import { makeDirectory } from '../shell/tables/directory/directory-store.ts';
import { makeQuarantineReader } from '../shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../shell/tables/quarantine/quarantine-resolver.ts';
import { readFlags } from '../shell/tables/records/flagged-reader.ts';
import { makeReadHistory } from '../shell/tables/records/history-reader.ts';
import { makeSubjectReader } from '../shell/tables/records/subject-reader.ts';
import { readingEndpoints } from './endpoints.ts';

const environment = environmentOf({
  RECORDS_TABLE: setting,
  DIRECTORY_TABLE: setting,
  QUARANTINE_TABLE: setting,
  AUDIT_TABLE: setting,
  AUDIT_DAYS: positiveSetting,
  ROLE_CLAIM: setting,
});
const client = documentClient();
const pause = fullJitter({ base: 20, cap: 500 });
const records = { client, tableName: environment.RECORDS_TABLE, pause };
const quarantine = { client, tableName: environment.QUARANTINE_TABLE, pause };
const routes = routesOf(readingEndpoints, {
  directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
  subjects: makeSubjectReader(records),
  history: makeReadHistory(records),
  flags: from => readFlags(records, from),
  quarantine: makeQuarantineReader(quarantine),
  resolver: makeQuarantineResolver(quarantine),
  audit: makeAuditWriter({
    client,
    tableName: environment.AUDIT_TABLE,
    keepDays: environment.AUDIT_DAYS,
  }),
  teamOfSystem: system => adapterFor(system)?.manifest.team,
  systems,
  roleClaim: environment.ROLE_CLAIM,
  now,
});

const answer = httpRouterHandler(routes);
const all = Object.values(endpoints).flat();

/**
 * Answers officers, and everybody who asks for something that is not there: for what API Gateway has no route, no scope
 * was asked for either.
 */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler((request, context) =>
    request.routeKey === '$default'
      ? noSuchEndpoint(all, systems, { method: request.requestContext.http.method, path: request.rawPath })
      : answer(request, context),
  );
