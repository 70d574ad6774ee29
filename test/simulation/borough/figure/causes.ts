import { flagDefinition } from '../../../../schemas/flags.ts';
import type { Cause } from '../accounting/causes.ts';
import type { Interval } from '../accounting/intervals.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import type { Borough } from '../world/borough.ts';
import { daysLater, hour, minute } from '../world/time.ts';
import { accessCauses } from './access.ts';
import type { Evidence } from './evidence.ts';
import { refusedMessages, troubles } from './troubles.ts';

const bound = 15 * minute;
const out = 'the receiver was out';
const nothing: readonly Interval[] = [];

/** Why systems showed what was not so, the surest first. */
export function causesOf(evidence: Evidence): Cause[] {
  return [
    {
      title: 'the hub’s own delay, at most 15 minutes',
      explains: wrong => (isShort(wrong) ? [wrong] : nothing),
    },
    { title: out, explains: wrong => begunIn(evidence, wrong) },
    ...troubles(evidence),
    ...refusedMessages(evidence),
    { title: 'nobody may say this: no rule or system raises the code', explains: neverShown(evidence) },
    { title: 'it lapsed by its date while it was so', explains: wrong => lapsed(evidence, wrong) },
    ...accessCauses(evidence),
    {
      title: 'a household is asked about, because a list lacks its tenancy',
      explains: wrong => askedAbout(evidence, wrong),
    },
    { title: 'the home of somebody at risk is marked in one system’s copy', explains: atRisk },
    { title: out, explains: wrong => endingIn(evidence, wrong) },
  ];
}

function isShort({ from, to }: Wrong): boolean {
  return to - from <= bound;
}

/** What began while it was, until everything that waited has been delivered. */
function begunIn({ borough }: Evidence, { system, from }: Wrong): Interval[] {
  return outagesOf(borough, system)
    .filter(one => one.from <= from && from < one.to)
    .map(one => ({ from, to: one.to }));
}

/** What would have ended while it was. */
function endingIn({ borough }: Evidence, { system, to }: Wrong): Interval[] {
  return outagesOf(borough, system).filter(one => one.from < to && to <= one.to);
}

function outagesOf({ outages }: Borough, system: string): Interval[] {
  return outages.filter(one => one.system === system).map(({ from, to }) => ({ from, to: to + hour }));
}

/** The list is believed after five days; a message that the tenancy has ended is believed at once. */
function askedAbout({ driven }: Evidence, { kind, home, system }: Wrong): readonly Interval[] {
  if (kind !== 'extra') return nothing;
  const asked = driven.shown.filter(({ code }) => code === 'household-unconfirmed');
  return asked.filter(one => one.home === home && one.system === system);
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
