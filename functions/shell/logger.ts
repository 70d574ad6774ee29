import { Logger } from '@aws-lambda-powertools/logger';

/**
 * The one logger. It is told ids, types, counts and reasons in the hub's own words: never a payload, a name,
 * an address or free text.
 */
export const logger = new Logger();
