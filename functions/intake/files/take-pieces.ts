import { chunksOf } from '../../shell/chunks.ts';
import { HubError } from '../../shell/errors.ts';
import { type Keep, maximumKeptBytes } from '../../shell/tables/quarantine/quarantine-store.ts';
import { quarantined } from '../item/quarantined.ts';
import { type ReceiveDeps, receiveItems } from '../item/receive-items.ts';
import type { RefusedItem } from '../item/received.ts';
import type { ResultLine } from './contract.ts';
import type { About, Piece } from './pieces.ts';

export interface TakeDeps extends ReceiveDeps {
  keep: Keep;
  /** What the pieces are where the quarantine keeps them. */
  contentType: string;
}

const itemsAtOnce = 250;
const lanes = 4;

/**
 * Takes pieces of a file into the hub, some hundreds at once side by side, and says what became of each, in order.
 * What is refused is quarantined: nobody waits for the answer. Doing it again does no harm: ids are derived.
 * @throws {HubError} when the bus or a table did not take everything.
 */
export async function takePieces(pieces: readonly Piece[], deps: TakeDeps): Promise<ResultLine[]> {
  const lines: ResultLine[] = [];
  for (const round of chunksOf(chunksOf(pieces, itemsAtOnce), lanes)) {
    lines.push(...(await Promise.all(round.map(some => takeSome(some, deps)))).flat());
  }
  return lines;
}

async function takeSome(pieces: readonly Piece[], deps: TakeDeps): Promise<ResultLine[]> {
  // Numbered by their place here: what has disappeared has no row, and one row may be several items.
  const items = pieces.flatMap((piece, row) => ('item' in piece ? [{ ...piece, row }] : []));
  const { accepted, refused, unpublished } = await receiveItems(items, deps);
  if (unpublished.length > 0) {
    throw new HubError(`The bus did not take ${unpublished.length} events`, { retryable: true });
  }
  const events = new Map(accepted.map(each => [each.row, each.events]));
  const kept = new Map(
    await Promise.all(
      refused.map(
        async item => [item.row, await refusedLine(item, pieces[item.row]?.about ?? {}, deps)] as const,
      ),
    ),
  );
  return pieces.map((piece, row) => {
    if ('rejected' in piece) return { ...piece.about, outcome: 'rejected', problems: piece.rejected };
    const published = (events.get(row) ?? []).map(({ id, type, subject, inferredfrom }) => ({
      ...{ id, type, subject },
      ...(inferredfrom === undefined ? {} : { inferredFrom: inferredfrom }),
    }));
    return kept.get(row) ?? { ...piece.about, outcome: 'accepted', events: published };
  });
}

/** What a row that only confirms would confirm waits in quarantine already: nobody is asked about it twice. */
async function refusedLine(refused: RefusedItem, about: About, deps: TakeDeps): Promise<ResultLine> {
  const { problems } = refused;
  if (about.change === 'confirmed') return { ...about, outcome: 'rejected', problems };
  const { system } = deps.adapter.manifest;
  const refusal = quarantined(refused, { system, receivedAt: deps.now() });
  if (Buffer.byteLength(refusal.payload) > maximumKeptBytes)
    return { ...about, outcome: 'rejected', problems };
  const { row: _, ...rest } = refusal;
  const row = about.row === undefined ? {} : { row: about.row };
  const id = await deps.keep({ ...rest, ...row, contentType: deps.contentType });
  return { ...about, outcome: 'quarantined', id, reason: refusal.reason, problems };
}
