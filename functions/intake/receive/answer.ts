import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RefusalReason } from '../../../schemas/events/quarantine.ts';
import { jsonResponse, problemResponse } from '../../shell/http/problem.ts';
import type { Received, RefusedItem } from '../item/received.ts';

interface Outcome {
  accepted: Received['accepted'];
  rejected: readonly RefusedItem[];
  quarantined: readonly { row: number; id: string; reason: RefusalReason }[];
}

/**
 * The answer to a document that was processed: 202 when the hub took or kept any of it, with everything it refused;
 * 422 naming every wrong field when there is nothing that it could take.
 */
export function answerOf({ accepted, rejected, quarantined }: Outcome): APIGatewayProxyStructuredResultV2 {
  if (accepted.length === 0 && quarantined.length === 0) {
    return problemResponse({
      status: 422,
      title: 'Nothing could be accepted',
      detail:
        'Every item has something wrong with it; nothing was kept. Correct what `errors` names and send it again.',
      errors: rejected.flatMap(({ row, problems }) => problems.map(problem => ({ row, ...problem }))),
    });
  }
  return jsonResponse(202, {
    accepted: accepted.map(({ row, events }) => ({
      row,
      events: events.map(({ id, type, subject }) => ({ id, type, subject })),
    })),
    rejected: rejected.map(({ row, problems }) => ({ row, problems })),
    quarantined,
  });
}
