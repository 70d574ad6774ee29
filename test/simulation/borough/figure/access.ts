import type { Cause } from '../accounting/causes.ts';
import type { Interval } from '../accounting/intervals.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import type { Told } from '../world/thing.ts';
import { minute } from '../world/time.ts';
import type { Evidence } from './evidence.ts';

const ever = Number.POSITIVE_INFINITY;
/** What the hub may take to say the next thing. */
const bound = 15 * minute;

/** Why a home says that nobody gets in, although somebody did or nobody has to. */
export function accessCauses({ borough: { told, tenancies } }: Pick<Evidence, 'borough'>): Cause[] {
  const over = told.filter(({ says }) => says === 'over');
  const explaining = (find: (home: string) => Interval[]) => (wrong: Wrong) =>
    wrong.kind === 'extra' && wrong.code === 'access-missed' ? find(wrong.home) : [];
  return [
    {
      title: 'no access, of the household before',
      explains: explaining(home => {
        const ends = tenancies.filter(one => one.home.uprn === home).map(({ to = ever }) => to);
        return [{ from: Math.min(...ends), to: ever }];
      }),
    },
    {
      title: 'a completed job does not count as getting in',
      explains: explaining(home => completions(told, home)),
    },
    {
      title: 'a hazard that was made safe stays open, and access needed',
      explains: explaining(home => {
        const safe = over.filter(({ thing }) => thing.kind === 'damp' && thing.homes.includes(home));
        return safe.map(({ heard }) => ({ from: heard, to: ever }));
      }),
    },
  ];
}

/** From each completion of a job to the next time that somebody stood at the door. */
function completions(told: readonly Told[], home: string): Interval[] {
  const here = told.filter(({ thing }) => thing.homes.includes(home));
  const doors = here.filter(({ thing }) => thing.kind === 'missed').map(({ heard }) => heard);
  const closed = here.filter(({ thing, says }) => thing.kind === 'job' && says === 'over');
  return closed
    .filter(({ heard }) => doors.includes(heard))
    .map(({ heard }) => ({ from: heard, to: Math.min(...doors.filter(at => at > heard)) + bound }));
}
