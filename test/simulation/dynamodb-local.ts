import type { Answer } from './differential/request.ts';

/** Asks DynamoDB Local over its wire, and gives what it answers, errors too. */
export function dynamoDbLocal(endpoint: string): (operation: string, body: object) => Promise<Answer> {
  return async (operation, body) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20120810/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
}
