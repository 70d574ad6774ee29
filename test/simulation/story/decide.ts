import type { HttpAnswer } from '../hub/http.ts';
import type { Json } from '../world/process.ts';
import type { World } from '../world/world.ts';
import type { Input } from './input.ts';
import { claimsOfOfficer } from './officer-claims.ts';

type OnAnswer = (
  answer: HttpAnswer,
  asked: { idempotencyKey: string; seenVersion: number | undefined },
) => void;

const reason = 'Seen at the visit';

/** What an officer asks for about a flag, after it: the path under the flag, and the body. */
function requestOf(what: string, now: number): { at: string; body: Json } {
  const day = new Date(now + 90 * 86_400_000).toISOString().slice(0, 10);
  if (what === 'review') return { at: 'review', body: { reason, until: day } };
  if (what === 'told') return { at: 'told', body: { notInformedBecause: reason } };
  return { at: what, body: { reason } };
}

/** Has an officer decide: raise a flag, or look which flags there are and decide about one of them as they saw it. */
export function decide(
  world: World,
  { id, key: sameAs = id, decision }: Input & { does: 'decides' },
  onAnswer: OnAnswer,
): void {
  const { door, scheduler, random } = world;
  const { what, role, officer, on, code, which } = decision;
  const claims = claimsOfOfficer(role, officer);
  const key = `${sameAs} of ${officer}`;
  const headers = { 'content-type': 'application/json', 'idempotency-key': random.split(key).id() };
  const post = (path: string, body: Json, seenVersion?: number) =>
    door.insist(
      {
        function: 'decide',
        method: 'POST',
        path,
        claims,
        headers: { ...headers, ...(seenVersion !== undefined && { 'if-match': `"${seenVersion}"` }) },
        body: JSON.stringify(body),
      },
      answer => onAnswer(answer, { idempotencyKey: headers['idempotency-key'], seenVersion }),
    );
  const [kind, reference = ''] = [on.slice(0, on.indexOf('/')), on.slice(on.indexOf('/') + 1)];
  const path = kind === 'person' ? `/v1/persons/${reference}/flags` : `/v1/properties/${reference}/flags`;
  if (what === 'raise') {
    post(path, { code, basis: reason });
    return;
  }
  door.insist(
    { function: 'api', method: 'GET', path: '/v1/flags', query: { list: listOf(what) }, claims },
    seen => {
      const flags: Json[] = (seen.body.entries ?? seen.body.flags ?? []).map(
        (entry: Json) => entry.flag ?? entry,
      );
      const flag = flags[Math.floor(which * flags.length)];
      if (flag === undefined) return;
      const { at, body } = requestOf(what, scheduler.now);
      scheduler.after(1_000 + which * 120_000, () =>
        post(`/v1/flags/${encodeURIComponent(flag.id)}/${at}`, body, flag.version),
      );
    },
  );
}

function listOf(what: string): string {
  if (what === 'approve' || what === 'refuse') return 'pending-approval';
  return what === 'told' ? 'untold' : 'quarterly-review';
}
