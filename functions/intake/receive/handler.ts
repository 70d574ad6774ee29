import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Adapter } from '../../adapters/contract.ts';
import { documentClient, eventBridgeClient } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeReceiveFunction } from './function.ts';
import type { ReceiveAnswer, ReceiveEvent } from './receive.ts';

/** Takes in what one system sends, over HTTPS or through its queue. */
export function handlerOf(adapter: Adapter) {
  return middy<ReceiveEvent, ReceiveAnswer>()
    .use(injectLambdaContext(logger))
    .handler(makeReceiveFunction(process.env, { ...machine, documentClient, eventBridgeClient }, adapter));
}
