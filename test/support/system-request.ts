import type { SQSRecord } from 'aws-lambda';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';

/** What a system posts, with a token of its own. */
export function systemRequest(system: string, body: string, contentType = 'application/json'): ApiRequest {
  return {
    headers: { 'content-type': contentType },
    body,
    isBase64Encoded: false,
    requestContext: { authorizer: { jwt: { claims: { scope: `lintel/${system}.publish` } } } },
  } as unknown as ApiRequest;
}

/** What a system puts into its queue. */
export function systemMessage(body: string, contentType?: string): SQSRecord {
  const messageAttributes =
    contentType === undefined ? {} : { contentType: { stringValue: contentType, dataType: 'String' } };
  return { messageId: 'm-1', body, messageAttributes } as unknown as SQSRecord;
}
