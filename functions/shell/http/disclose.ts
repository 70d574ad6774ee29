import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { auditedReads } from '../../core/audit/audited-read.ts';
import type { Shown } from '../../core/views/disclosure.ts';
import type { Decrypt } from '../encryption.ts';
import { errorName } from '../errors.ts';
import { logLine } from '../log.ts';
import { logLines } from '../log-lines.ts';
import type { AuditWriter } from '../tables/audit/writer.ts';
import { ApiProblem } from './api-problem.ts';
import type { Look } from './look.ts';
import { jsonResponse } from './problem.ts';

/** What a read of people needs beside what it reads. */
export interface DiscloseDeps {
  audit: AuditWriter;
  decrypt: Decrypt;
}

/**
 * Answers a read. What it shows of anybody is written down before the answer goes out, and here alone texts become clear:
 * what need-to-know left out is not even decrypted.
 * @param asked whom or what was asked about, such as `property/200000471104`
 * @param headers of the answer, beside its own, such as an `etag`
 * @throws {ApiProblem} 503 when that could not be written: no record, no personal detail.
 */
export async function disclose(
  { audit, decrypt }: DiscloseDeps,
  { reading }: Look,
  asked: string,
  { answer, disclosed }: Shown<object>,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const { readId, role, endpoint, brokeGlass } = reading;
  const rows = auditedReads(reading, asked, disclosed);
  const [clear] = await Promise.all([
    decrypt(answer),
    rows.length > 0 ? audit.write(rows).catch(unwritten) : undefined,
  ]);
  if (brokeGlass !== undefined) logLine(logLines.breakGlassUsed, { readId, role, endpoint });
  return jsonResponse(200, clear, {
    'cache-control': 'no-store',
    ...headers,
    ...(brokeGlass !== undefined && { 'break-glass': 'recorded' }),
  });
}

function unwritten(error: unknown): never {
  logLine(logLines.readNotAudited, { error: errorName(error) });
  throw new ApiProblem({
    status: 503,
    title: 'Not now',
    detail: 'What is read about people is written down first, and that failed. Ask again.',
  });
}
