import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeWatchFunction } from './function.ts';

/** Does what time alone brings: reviews that fall due, reviews that have waited too long, events that leave a window. */
export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(makeWatchFunction(process.env, { ...machine, documentClient }));
