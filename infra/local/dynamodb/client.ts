import { setTimeout as sleep } from 'node:timers/promises';
import { CREDENTIALS, REGION } from '../place.ts';

/** How often what only reads is asked again after its connection broke, and after how long. */
const RETRIES = 5;
const RETRY_STEP_MS = 50;

/** The APIs of one DynamoDB endpoint. */
const VERSIONS = { DynamoDB: 'DynamoDB_20120810', DynamoDBStreams: 'DynamoDBStreams_20120810' };

/** Calls an action and gives its answer as the wire has it, which is also how Lambda events have it. */
export type DynamoDbCall = <T>(api: keyof typeof VERSIONS, action: string, request: object) => Promise<T>;

interface ErrorAnswer {
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
}

/** An error DynamoDB answers with. */
export class DynamoDbError extends Error {
  readonly code: string;

  constructor(action: string, answer: ErrorAnswer) {
    super(`${action}: ${answer.message ?? answer.Message ?? answer.__type ?? 'no reason given'}`);
    this.code = answer.__type?.split('#').at(-1) ?? '';
  }
}

/**
 * Makes calls of the runner's own to DynamoDB Local. Functions use the SDK; here the JSON of the
 * wire is wanted, and the engine checks no signature.
 *
 * @param endpoint where the engine answers
 */
export function dynamoDbCalls(endpoint: string): DynamoDbCall {
  const scope = `${CREDENTIALS.accessKeyId}/20120810/${REGION}/dynamodb/aws4_request`;
  return async (api, action, request) => {
    const post = api === 'DynamoDBStreams' ? postAgain : fetch;
    const response = await post(endpoint, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=local`,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${VERSIONS[api]}.${action}`,
      },
      body: JSON.stringify(request),
    });
    const answer = (await response.json()) as object;
    if (!response.ok) throw new DynamoDbError(action, answer);
    return answer as never;
  };
}

/**
 * Asks again when the connection breaks: the engine may close one that was idle at the very moment when it is used. Only
 * for what reads, since the request may have been carried out. `fetch` throws a TypeError for nothing but that.
 */
async function postAgain(endpoint: string, request: RequestInit): Promise<Response> {
  for (let retry = 1; ; retry++) {
    try {
      return await fetch(endpoint, request);
    } catch (error) {
      if (!(error instanceof TypeError) || retry > RETRIES) throw error;
      await sleep(RETRY_STEP_MS * retry);
    }
  }
}
