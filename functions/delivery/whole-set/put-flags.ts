import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../../adapters/contract.ts';
import { beliefsOf, type ReportedSet } from '../../core/delivery/reported-set.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { errorName } from '../../shell/errors.ts';
import { jsonResponse, problemResponse } from '../../shell/http/problem.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Holdings, Receipt } from '../../shell/tables/deliveries/holdings-reader.ts';
import type { HoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { flagSetResponse } from '../drift/contract.ts';
import { type ExamineDeps, examine } from '../drift/examine.ts';
import { answerOf } from './flag-set-answer.ts';
import { readFlagSet } from './read-flag-set.ts';

export interface PutFlagsDeps extends Omit<ExamineDeps, 'limit'> {
  holdings: () => Promise<Holdings>;
  writer: Pick<HoldingsWriter, 'believe'>;
  /** What the system would be sent, or undefined where its team may not know of the flag. */
  messageOf: (event: HubFlagEvent) => Promise<OutboundMessage | undefined>;
}

/** What one request works out and writes: it has to be answered within half a minute. */
const limits = { corrections: 1_000, rows: 5_000, sideBySide: 50 } as const;

/**
 * Makes the handler of `PUT /v1/systems/<system>/flags`: the system says everything that it holds, is believed, and is
 * answered with what to change. The same set again has the same answer.
 */
export function makePutFlags(deps: PutFlagsDeps) {
  return async (request: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const read = readFlagSet(request);
    if (!read.ok) return problemResponse(read.problem);
    try {
      return await answer(deps, read.set);
    } catch (error) {
      logLine(logLines.requestFailed, { error: errorName(error) });
      const detail = 'The set could not be compared. Send it again: nothing is counted twice.';
      return problemResponse({ status: 503, title: 'Not now', detail }, { 'retry-after': '5' });
    }
  };
}

async function answer(deps: PutFlagsDeps, reported: ReportedSet) {
  const at = deps.now();
  const held = new Map([...reported.flags].map(([id, version]) => [id, { version, since: at }]));
  const examined = await examine({ ...deps, limit: limits.corrections }, held);
  const flags = new Map([...reported.flags].filter(([id]) => !examined.invented.has(id)));
  const beliefs = [...beliefsOf<Receipt>({ ...reported, flags }, await deps.holdings())];
  for (const chunk of chunksOf(beliefs.slice(0, limits.rows), limits.sideBySide)) {
    await Promise.all(chunk.map(belief => deps.writer.believe(belief, at)));
  }
  const { body, complete } = await answerOf(examined, [...reported.own.keys()], deps.messageOf);
  const isWhole = complete && beliefs.length <= limits.rows;
  logLine(logLines.flagSetCompared, { same: body.same, ...body.counts, complete: isWhole });
  return jsonResponse(200, flagSetResponse.parse({ ...body, complete: isWhole }));
}
