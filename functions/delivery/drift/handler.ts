import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, EventBridgeEvent } from 'aws-lambda';
import type { SystemName } from '../../../schemas/reference.ts';
import { adapterFor, systems } from '../../adapters/registry.ts';
import { documentClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { logger } from '../../shell/logger.ts';
import { readHoldings } from '../../shell/tables/deliveries/holdings-reader.ts';
import { readFlags } from '../../shell/tables/records/flagged-reader.ts';
import { getDrift } from './get-drift.ts';
import { measure } from './measure.ts';

const environment = environmentOf({ RECORDS_TABLE: setting, DELIVERIES_TABLE: setting, ROLE_CLAIM: setting });
const client = documentClient();
const records = { client, tableName: environment.RECORDS_TABLE };
const deliveries = { client, tableName: environment.DELIVERIES_TABLE };
const deps = {
  flags: () => readFlags(records),
  holdingsOf: (system: SystemName) => readHoldings(deliveries, system),
  teamOfSystem: (system: string) => adapterFor(system)?.manifest.team,
  systems,
  roleClaim: environment.ROLE_CLAIM,
  now,
};

/** Shows officers how far the systems are from what they are owed, and measures it by the clock. */
export const handler = middy<
  ApiRequest | EventBridgeEvent<'Scheduled Event', unknown>,
  APIGatewayProxyStructuredResultV2 | undefined
>()
  .use(injectLambdaContext(logger))
  .handler(async event => {
    if ('requestContext' in event) return getDrift.answer(deps, event);
    await measure(deps);
    return undefined;
  });
