import canonicalize from 'canonicalize';
import { parseFlagId } from '../../../functions/core/flags/flag-id.ts';
import { manifests } from '../hub/plan.ts';
import { readings } from '../receivers/readings.ts';
import { secretWords } from '../story/town.ts';
import type { After } from './after.ts';
import { each, type Invariant } from './invariant.ts';
import { mayKnow, owedTo } from './owed.ts';

export const showsWhatIsOwed: Invariant = {
  name: 'shows what is owed',
  says: 'Every system ends with exactly the flags in force that its team may know of.',
  breaches: ({ hub, flags }) =>
    manifests.flatMap(({ system, team }) => {
      const owed = owedTo(team, flags).map(({ id }) => id as string);
      const shown = [...hub.shownBy(system).keys()];
      return [
        ...each(owed, id => (shown.includes(id) ? undefined : `${system} does not show ${id}`)),
        ...each(shown, id =>
          owed.includes(id) ? undefined : `${system} shows ${id}, which is not in force`,
        ),
      ];
    }),
};

export const showsAsFromScratch: Invariant = {
  name: 'shows as from scratch',
  says: 'What a system shows, after whatever path, is what it would show if it were told from scratch: homes and words.',
  breaches: ({ hub, fromScratch }) =>
    each(fromScratch, ([name, scratch]) => {
      const [system = '', id = ''] = name.split(' ');
      const shown = hub.shownBy(system).get(id);
      if (shown === undefined) return undefined;
      return canonicalize(shown) === scratch
        ? undefined
        : `${system} shows of ${id} ${canonicalize(shown)}, and from scratch it is ${scratch}`;
    }),
};

export const nobodyIsShownMore: Invariant = {
  name: 'nobody is shown more',
  says: 'Never, at any step, was a system sent a flag that its team may not know of, nor why one stands.',
  breaches: ({ hub: { world } }) =>
    each(world.told, ({ system, body }) => {
      const { reference } = readings[system]?.(body) ?? { reference: '' };
      const code = parseFlagId(reference)?.code;
      const team = manifests.find(manifest => manifest.system === system)?.team;
      if (code === undefined || team === undefined)
        return `${system} was sent ${reference}, which is no flag`;
      if (!mayKnow(code, team)) return `${system} was sent ${reference}`;
      return JSON.stringify(body).includes(secretWords)
        ? `${system} was told why ${reference} stands`
        : undefined;
    }),
};

export const receiptsAreTrue: Invariant = {
  name: 'receipts are true',
  says: 'What a system acknowledged is the version that it shows.',
  breaches: ({ hub: { world }, deliveries }) =>
    each(deliveries, item => {
      const [system, id] = [String(item.pk).slice('SYSTEM#'.length), String(item.sk).slice('FLAG#'.length)];
      const receiver = world.receivers.get(system);
      if (!String(item.sk).startsWith('FLAG#') || receiver === undefined) return undefined;
      const held = item.acknowledgedState === 'cleared' ? undefined : item.acknowledgedVersion;
      const shown = receiver.versions.get(id);
      return held === shown ? undefined : `${system} acknowledged ${id} ${held} and shows ${shown}`;
    }),
};

export const driftIsZero: Invariant = {
  name: 'drift is zero',
  says: 'In the end the hub itself measures no drift at any system, and nobody had to have anything sent again.',
  breaches: ({ driftAfter }) => drifts(driftAfter, () => true),
};

/** What excuses a system that it lacks something until it is sent again: it lies, it loses what it fetches, or a stream forgot. */
export const driftHeals: Invariant = {
  name: 'drift heals by itself',
  says: 'Once nothing goes wrong any more, drift is zero before anything is sent again.',
  breaches: ({ hub: { world }, driftBefore, struck }) =>
    struck('stream trimmed')
      ? []
      : drifts(
          driftBefore,
          system =>
            world.receivers.get(system)?.kind !== 'lying' &&
            !(struck('fetched and lost') && world.queues.has(`${system}-inbox`)),
        ),
};

export const resendingIsEnough: Invariant = {
  name: 'resending is enough',
  says: 'Where operators have everything sent again that systems lack, they lack nothing afterwards.',
  breaches: ({ driftResent }) => (driftResent === undefined ? [] : drifts(driftResent, () => true)),
};

function drifts(lines: After['driftAfter'], isMeant: (system: string) => boolean): string[] {
  if (lines.length === 0) return ['nobody has measured drift'];
  return each(lines, ({ fields }) => {
    const { system, missing, stale, extra } = fields;
    if (!isMeant(String(system)) || (missing === 0 && stale === 0 && extra === 0)) return undefined;
    return `${system} lacks ${missing}, has ${stale} too old and ${extra} too much`;
  });
}

export const noLeaseIsLeft: Invariant = {
  name: 'no lease is left',
  says: 'No delivery is under way any more.',
  breaches: ({ deliveries, hub }) =>
    each(deliveries, ({ pk, sk, lease }) =>
      lease !== undefined && Date.parse(lease.until) > hub.now ? `${pk} ${sk} is leased` : undefined,
    ),
};
