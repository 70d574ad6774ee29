import type { Asked } from '../../core/envelope/officers-event.ts';
import { waitingKey } from '../../core/quarantine/waits-for.ts';
import { keyUsedOtherwise } from '../../shell/http/idempotency-key.ts';
import type { Forgetting } from '../../shell/tables/directory/items.ts';
import type { QuarantineSummary } from '../../shell/tables/quarantine/item.ts';
import type { ApiDeps } from '../properties/sources.ts';

type Deps = Pick<ApiDeps, 'crossReferences' | 'forgetting' | 'quarantine' | 'resolver' | 'systems' | 'now'>;
interface SystemsKey {
  system: string;
  key: string;
}
interface Officer {
  officer: string;
  role: string;
}

/**
 * Forgets what a key means, once for each request: asked again, or twice at once, it has the first one's answer. What ends
 * before every item is asked about again, goes on with the rest when it is asked again.
 * @returns undefined when nothing is learnt of the key.
 * @throws {ApiProblem} 422 when the request's key was used for something else.
 */
export async function forgetOnce(deps: Deps, of: SystemsKey, by: Officer, asked: Asked) {
  const forgotten =
    (await before(deps, asked)) ?? (await forget(deps, of, by, asked)) ?? (await before(deps, asked));
  if (forgotten === undefined) return undefined;
  const { forgottenAt: at, askedAgain } = forgotten;
  for await (const item of answered(deps, of, forgotten))
    await deps.resolver.askAgain(item, { at, by, forgotten: true });
  return { forgottenAt: at, askedAgain };
}

async function before({ forgetting }: Deps, { eventId, content }: Asked): Promise<Forgetting | undefined> {
  const known = await forgetting.find(eventId);
  if (known !== undefined && known.content !== content) throw keyUsedOtherwise();
  return known;
}

async function forget(
  deps: Deps,
  of: SystemsKey,
  by: Officer,
  { eventId: id, content }: Asked,
): Promise<Forgetting | undefined> {
  const learnt = await deps.crossReferences.find(of.system, of.key);
  if (learnt === undefined) return undefined;
  const waitsFor = learnt.person === undefined ? waitingKey({ home: of.key }) : of.key;
  const forgetting = { content, waitsFor, forgottenAt: deps.now(), askedAgain: 0 };
  // Counted before, so that the answer is kept with the forgetting itself.
  for await (const _ of answered(deps, of, forgetting)) forgetting.askedAgain += 1;
  return (await deps.forgetting.forget(learnt, by, { id, ...forgetting })) ? forgetting : undefined;
}

/** What was sent on its way in by the key before it was forgotten. Whose a person's key is, any system may have asked. */
async function* answered(
  { quarantine, systems }: Deps,
  { system }: SystemsKey,
  { waitsFor, forgottenAt }: Pick<Forgetting, 'waitsFor' | 'forgottenAt'>,
): AsyncGenerator<QuarantineSummary> {
  const senders = waitsFor.startsWith('home ') ? [system] : systems;
  for (const sender of senders)
    for await (const item of quarantine.answered(sender, waitsFor))
      if ((item.resolutions.at(-1)?.at ?? '') < forgottenAt) yield item;
}
