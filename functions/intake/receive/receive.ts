import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import type { Access } from '../../shell/http/scope.ts';
import { guarded } from '../../shell/http/serve.ts';
import { type HttpDeps, postEvents } from './receive-http.ts';
import { makeReceiveQueue, type QueueDeps } from './receive-queue.ts';

export type ReceiveEvent = ApiRequest | SQSEvent;
export type ReceiveAnswer = APIGatewayProxyStructuredResultV2 | SQSBatchResponse;

/** Makes the handler of everything that one system sends: over HTTPS, where the answer says, or through its queue. */
export function makeReceive(deps: HttpDeps & QueueDeps & Pick<Access, 'claimNames'>) {
  const queue = makeReceiveQueue(deps);
  const { system } = deps.adapter.manifest;
  const answer = guarded(postEvents, deps, { system, claimNames: deps.claimNames });
  return (event: ReceiveEvent): Promise<ReceiveAnswer> => ('Records' in event ? queue(event) : answer(event));
}
