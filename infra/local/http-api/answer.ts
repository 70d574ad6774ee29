import * as z from 'zod';
import { type HttpAnswer, json } from '../http-server.ts';

const answerSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * Turns what a function returned into an HTTP answer, payload format 2.0: a result without
 * `statusCode` is the body of a 200; one that is malformed is a 500.
 *
 * @param result the function's result, parsed from JSON
 */
export function httpAnswer(result: unknown): HttpAnswer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) return inferred(result);
  const parsed = answerSchema.safeParse(result);
  if (!parsed.success) return json(500, { message: 'Internal Server Error' });
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = parsed.data;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named),
      ...(cookies !== undefined && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

function inferred(result: unknown): HttpAnswer {
  const answer = json(200, result);
  return typeof result === 'string' ? { ...answer, body: result } : answer;
}
