import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SystemName } from '../../../schemas/reference.ts';
import { HubError } from '../../shell/errors.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';

type Answer = (request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a system's own function answers over HTTPS: receipts, its whole set, and that it wants everything once more. */
export function answersOf(
  system: SystemName,
  { receipts, flags, resend }: Record<'receipts' | 'flags' | 'resend', Answer>,
): Answer {
  const answers = new Map([
    [`POST /v1/systems/${system}/receipts`, receipts],
    [`PUT /v1/systems/${system}/flags`, flags],
    [`POST /v1/systems/${system}/resend`, resend],
  ]);
  return request => {
    const answer = answers.get(request.routeKey);
    if (answer === undefined)
      throw new HubError(`There is no route ${request.routeKey}`, { retryable: false });
    return answer(request);
  };
}
