import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { clientOptions } from './options.ts';

/** The client of the hub's bus. */
export function eventBridgeClient(): EventBridgeClient {
  return new EventBridgeClient(clientOptions);
}
