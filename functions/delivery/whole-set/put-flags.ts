import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../../adapters/contract.ts';
import { beliefsOf, type ReportedSet } from '../../core/delivery/reported-set.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { jsonResponse, problemResponse } from '../../shell/http/problem.ts';
import { systemEndpoint } from '../../shell/http/system-endpoint.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Holdings, Receipt } from '../../shell/tables/deliveries/holdings-reader.ts';
import type { HoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { flagSetResponse, flagSetSchema } from '../drift/contract.ts';
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

/** The system is believed. */
export const putFlags = endpointsFor<{ flagSet: PutFlagsDeps }>()({
  ...systemEndpoint,
  method: 'PUT',
  path: '/v1/systems/{system}/flags',
  summary: 'Say everything that the system holds, and hear what to change',
  description:
    'The hub believes it: from then on drift is measured by it. Do what the answer says and send the set again, until nothing is left. The same set has the same answer.',
  body: flagSetSchema,
  answers: {
    200: {
      description: 'What to change, each with the message that the hub would send',
      schema: flagSetResponse,
    },
  },
  problems: {
    400: 'The body is not JSON',
    413: 'More than 5 MB, about 60,000 flags; the answer says what to do',
    415: 'The body is not `application/json`',
    422: 'A field is wrong; the answer names the first hundred. Nothing was changed',
  },
  retry: 'The set could not be compared. Send it again: nothing is counted twice.',
  run: async ({ flagSet }, request) => {
    const read = readFlagSet(request);
    return read.ok ? await answer(flagSet, read.set) : problemResponse(read.problem);
  },
});

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
