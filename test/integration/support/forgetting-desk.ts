import { forgetCrossReference } from '../../../functions/officers/cross-references/forget-cross-reference.ts';
import type { ApiDeps } from '../../../functions/officers/properties/sources.ts';
import type { ApiRequest } from '../../../functions/shell/http/officer-request.ts';
import { makeCrossReferences } from '../../../functions/shell/tables/directory/cross-references.ts';
import { makeForgetting } from '../../../functions/shell/tables/directory/forgetting.ts';
import { makeQuarantineReader } from '../../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../../../functions/shell/tables/quarantine/quarantine-resolver.ts';
import { makeKeep } from '../../../functions/shell/tables/quarantine/quarantine-store.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { flat4, instant } from '../../support/events.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import { contents, newTable } from './tables.ts';

const heardAt = instant('2025-10-06T09:00:00Z');
const by = { officer: 'o-1', role: 'repairs-officer' };

/** A request to forget what one key of repairs means. */
export interface ForgetAsk {
  of: string;
  key: string;
}

/** Officers of repairs, who forget what its keys mean, on real tables; each instant comes after the one before. */
export async function openForgettingDesk(
  watch: (resolver: ApiDeps['resolver']) => ApiDeps['resolver'] = same => same,
) {
  const [directory, quarantine] = await Promise.all([newTable(), newTable('quarantine')]);
  let clock = Date.parse('2025-10-06T10:00:00Z');
  const now = () => {
    clock += 1000;
    return instantOf(clock);
  };
  const items = makeQuarantineReader(quarantine);
  const resolver = makeQuarantineResolver(quarantine);
  const crossReferences = makeCrossReferences(directory);
  const deps = {
    ...{ quarantine: items, resolver: watch(resolver), crossReferences, now, systems: ['repairs'] },
    forgetting: makeForgetting(directory),
    teamOfSystem: () => 'repairs',
    ...unencrypted,
    tokens: { roleClaim: 'role', claimNames: new Map() },
  } as unknown as ApiDeps;
  return {
    /** Somebody says which home a key means: what waits for it is sent on its way in. */
    async teaches(key: string, number: number): Promise<void> {
      const because = 'a question';
      await crossReferences.learn({ system: 'repairs', key, uprn: flat4, because, learntAt: now() });
      for (let index = 0; index < number; index += 1) {
        const id = await makeKeep(quarantine)({
          ...{ system: 'repairs', reason: 'unmatched', problems: [], contentType: 'application/json' },
          ...{ payload: `${key} ${index}`, receivedAt: heardAt, waitsFor: { home: key } },
        });
        const item = await items.find(['repairs'], id);
        if (item?.state === 'waiting' || item?.state === 'resolved') await answers(id);
      }
    },
    /** How often each thing in quarantine was asked about again. */
    asked: async () =>
      (await contents(quarantine))
        .filter(({ state }) => state !== undefined)
        .map(
          ({ resolutions }) =>
            (resolutions as { forgotten?: boolean }[]).filter(({ forgotten }) => forgotten === true).length,
        ),
    isLearnt: async (key: string) => (await crossReferences.find('repairs', key)) !== undefined,
    async forgets({ of, key }: ForgetAsk): Promise<{ status: number; body: Record<string, unknown> }> {
      const claims = { role: 'repairs-officer', sub: by.officer };
      const answer = await forgetCrossReference.answer(deps, {
        headers: { 'idempotency-key': key, 'content-type': 'application/json' },
        body: JSON.stringify({ system: 'repairs', key: of }),
        requestContext: { requestId: 'r', authorizer: { jwt: { claims } } },
      } as unknown as ApiRequest);
      return { status: answer.statusCode ?? 200, body: JSON.parse(answer.body ?? '{}') };
    },
  };

  async function answers(id: string): Promise<void> {
    const waiting = await items.find(['repairs'], id);
    if (waiting === undefined) throw new Error('It is not kept');
    await resolver.resolve(waiting, { at: now(), by, uprn: flat4 });
    const resolved = await items.find(['repairs'], id);
    if (resolved !== undefined) await resolver.resubmitted(resolved);
  }
}
