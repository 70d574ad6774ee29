import { flagDefinition } from '../../../../schemas/flags.ts';
import type { Cause } from '../accounting/causes.ts';
import type { Interval } from '../accounting/intervals.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import { daysLater, hour, minute } from '../world/time.ts';
import { accessCauses } from './access.ts';
import type { Evidence } from './evidence.ts';
import { refusedMessages, troubles } from './troubles.ts';

const bound = 15 * minute;
const nothing: readonly Interval[] = [];

/** Why systems showed what was not so, the surest first. */
export function causesOf(evidence: Evidence): Cause[] {
  return [
    {
      title: 'the hub’s own delay, at most 15 minutes',
      explains: wrong => (isShort(wrong) ? [wrong] : nothing),
    },
    { title: 'the receiver was out', explains: wrong => outages(evidence, wrong) },
    ...troubles(evidence),
    ...refusedMessages(evidence),
    { title: 'nobody may say this: no rule or system raises the code', explains: neverShown(evidence) },
    { title: 'it lapsed by its date while it was so', explains: wrong => lapsed(evidence, wrong) },
    ...accessCauses(evidence),
    { title: 'the home of somebody at risk is marked in one system’s copy', explains: atRisk },
  ];
}

function isShort({ from, to }: Wrong): boolean {
  return to - from <= bound;
}

/** What began or would have ended while it was, until everything that waited has been delivered. */
function outages({ borough }: Evidence, { system, from, to }: Wrong): Interval[] {
  return borough.outages
    .filter(one => one.system === system)
    .map(one => ({ from: one.from, to: one.to + hour }))
    .filter(one => one.from <= from && from < one.to)
    .map(one => ({ from, to: Math.min(to, one.to) }));
}

function neverShown({ driven }: Evidence): Cause['explains'] {
  const shown = new Set(driven.shown.map(({ code }) => code));
  return wrong => (wrong.kind === 'missing' && !shown.has(wrong.code) ? [wrong] : nothing);
}

/** What becomes of domestic abuse shows at no home, in whatever words. */
function atRisk(wrong: Wrong): readonly Interval[] {
  return wrong.kind === 'extra' && wrong.code === 'safe-contact' ? [wrong] : nothing;
}

/** Markers about people lapse rightly; states and facts do not. */
function lapsed({ dangers }: Evidence, { kind, code, home }: Wrong): Interval[] {
  if (kind !== 'missing') return [];
  return dangers.flatMap(danger => {
    if (danger.code !== code || danger.home !== home || danger.lastSaid === undefined) return [];
    return [{ from: daysLater(danger.lastSaid, flagDefinition(danger.code).maximumDays), to: danger.to }];
  });
}
