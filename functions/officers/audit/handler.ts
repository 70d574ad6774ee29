import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import { documentClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, positiveSetting, setting } from '../../shell/environment.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { routesOf } from '../../shell/http/serve.ts';
import { logger } from '../../shell/logger.ts';
import { makeAuditReader } from '../../shell/tables/audit/reader.ts';
import { makeAuditWriter } from '../../shell/tables/audit/writer.ts';
import { auditEndpoints } from './list-reads.ts';

const environment = environmentOf({
  AUDIT_TABLE: setting,
  AUDIT_DAYS: positiveSetting,
  ROLE_CLAIM: setting,
});
const table = { client: documentClient(), tableName: environment.AUDIT_TABLE };
const deps = {
  reader: makeAuditReader(table),
  audit: makeAuditWriter({ ...table, keepDays: environment.AUDIT_DAYS }),
  roleClaim: environment.ROLE_CLAIM,
  now,
};
const routes = routesOf(auditEndpoints, deps);

/** Answers data protection: who was shown what. */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler(httpRouterHandler(routes));
