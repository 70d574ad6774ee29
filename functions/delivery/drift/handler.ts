import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, EventBridgeEvent } from 'aws-lambda';
import { documentClient, eventBridgeClient } from '../../shell/clients.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeDriftFunction } from './function.ts';

/** Shows officers how far the systems are from what they are owed, and measures it by the clock. */
export const handler = middy<
  ApiRequest | EventBridgeEvent<'Scheduled Event', unknown>,
  APIGatewayProxyStructuredResultV2 | undefined
>()
  .use(injectLambdaContext(logger))
  .handler(makeDriftFunction(process.env, { ...machine, documentClient, eventBridgeClient }));
