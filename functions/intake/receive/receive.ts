import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import { type HttpDeps, makeReceiveHttp } from './receive-http.ts';
import { makeReceiveQueue } from './receive-queue.ts';

export type ReceiveEvent = APIGatewayProxyEventV2 | SQSEvent;
export type ReceiveAnswer = APIGatewayProxyStructuredResultV2 | SQSBatchResponse;

/** Makes the handler of everything that one system sends: over HTTPS, where the answer says, or through its queue. */
export function makeReceive(deps: HttpDeps) {
  const http = makeReceiveHttp(deps);
  const queue = makeReceiveQueue(deps);
  return (event: ReceiveEvent): Promise<ReceiveAnswer> => ('Records' in event ? queue(event) : http(event));
}
