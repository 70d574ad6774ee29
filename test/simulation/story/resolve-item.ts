import type { HttpAnswer } from '../hub/http.ts';
import type { Json } from '../world/process.ts';
import type { World } from '../world/world.ts';
import type { Input } from './input.ts';
import { claimsOfOfficer } from './officer-claims.ts';
import { demolished, homes } from './town.ts';
import { corrected, isWrong } from './wrong.ts';

type OnAnswer = (answer: HttpAnswer, asked: { idempotencyKey: string; itemId: string }) => void;

/** What an officer says of an item: which home its key means, or the item as it should have been. */
function answerTo({ reason, payload }: Json, which: number): Json {
  const home = homes[Math.floor(which * homes.length)];
  // Some mistake the home, and some only send the item on once more as it is.
  const isHasty = (which * 100) % 1 < 0.5;
  if (reason === 'unmatched' || reason === 'ambiguous') return { uprn: isHasty ? demolished : home?.uprn };
  return { payload: isWrong(payload) && !isHasty ? corrected(payload) : payload };
}

/** Has an officer look at what waits in quarantine, and say of one item what is to become of it. */
export function resolveItem(
  world: World,
  { id, key = id, role, officer, which }: Input & { does: 'resolves' },
  onAnswer: OnAnswer,
): void {
  const { door, scheduler, random } = world;
  const claims = claimsOfOfficer(role, officer);
  const idempotencyKey = random.split(`${key} of ${officer}`).id();
  const read = (path: string, query: Record<string, string>, onRead: (body: Json) => void) =>
    door.insist({ function: 'api', method: 'GET', path, query, claims }, ({ status, body }) => {
      if (status === 200) onRead(body);
    });
  read('/v1/quarantine', { state: 'waiting' }, ({ items }) => {
    const itemId: string | undefined = items[Math.floor(which * items.length)]?.id;
    if (itemId === undefined) return;
    read(`/v1/quarantine/${itemId}`, {}, item => {
      const body = JSON.stringify(answerTo(item, which));
      const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      const path = `/v1/quarantine/${itemId}/resolve`;
      const post = () =>
        door.insist({ function: 'api', method: 'POST', path, claims, headers, body }, answer =>
          onAnswer(answer, { idempotencyKey, itemId }),
        );
      scheduler.after(1_000 + which * 120_000, post);
    });
  });
}
