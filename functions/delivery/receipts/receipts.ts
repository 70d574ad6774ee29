import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { readBody } from '../../shell/http/body.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { readJson } from '../../shell/http/json.ts';
import { jsonResponse, problemResponse } from '../../shell/http/problem.ts';
import { systemEndpoint } from '../../shell/http/system-endpoint.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Acknowledgement, Deliveries } from '../../shell/tables/deliveries/deliveries-store.ts';
import { receiptsResponse, receiptsSchema } from './contract.ts';

export interface ReceiptsDeps {
  deliveries: Pick<Deliveries, 'acknowledge'>;
  now: () => Instant;
}

type Receipt = z.infer<typeof receiptsSchema>['receipts'][number];

/** Five hundred receipts with the longest of ids. */
const maximumBytes = 1024 * 1024;
/** How many rows are written at once. */
const sideBySide = 25;

export const postReceipts = endpointsFor<{ receipts: ReceiptsDeps }>()({
  ...systemEndpoint,
  method: 'POST',
  path: '/v1/systems/{system}/receipts',
  summary: 'Say which versions of which flags the system has taken over',
  description:
    'For a system that fetches its flags; one that is pushed to acknowledges by its 2xx. Repeating it does no harm.',
  body: receiptsSchema,
  answers: { 200: { description: 'What became of each, in the same order', schema: receiptsResponse } },
  problems: {
    400: 'The body is not JSON',
    413: 'The body is too large: at most 500 receipts are taken at once',
    415: 'The body is not `application/json`',
    422: 'A field is wrong, or there are too many; the answer names each. Nothing was kept',
  },
  retry: 'Not every receipt could be kept. Send the same body again: nothing is counted twice.',
  run: ({ receipts }, request) => answer(request, receipts),
});

async function answer(request: APIGatewayProxyEventV2, { deliveries, now }: ReceiptsDeps) {
  const body = readBody(request, { accepts: ['application/json'], maximumBytes });
  if (!body.ok) return problemResponse(body.problem);
  const json = readJson(body.text);
  if (!json.ok) {
    const detail = `The body is not JSON: it goes wrong at position ${json.position}.`;
    return problemResponse({ status: 400, title: 'The body cannot be read', detail });
  }
  const parsed = receiptsSchema.safeParse(json.value);
  if (!parsed.success) return problemResponse(wrong(parsed.error));
  const at = now();
  const keep = async ({ flagId, version }: Receipt) => ({
    ...{ flagId, version },
    result: await deliveries.acknowledge({ id: flagId }, version, at),
  });
  const receipts: (Receipt & { result: Acknowledgement })[] = [];
  for (const chunk of chunksOf(parsed.data.receipts, sideBySide)) {
    receipts.push(...(await Promise.all(chunk.map(keep))));
  }
  const counts = Object.groupBy(receipts, ({ result }) => result);
  logLine(logLines.receiptsSaved, {
    acknowledged: counts.acknowledged?.length ?? 0,
    unknown: counts.unknown?.length ?? 0,
    stale: counts.stale?.length ?? 0,
  });
  return jsonResponse(200, receiptsResponse.parse({ receipts }));
}

function wrong({ issues }: z.ZodError) {
  return {
    status: 422,
    title: 'The request is wrong',
    detail: 'Correct what `errors` names and send it again; nothing of it was kept.',
    errors: issues.map(({ path, message }) => ({
      path: path.map(step => `/${String(step)}`).join(''),
      message,
    })),
  };
}
