import type { Cause } from '../accounting/causes.ts';
import type { Interval } from '../accounting/intervals.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import type { Evidence } from './evidence.ts';

const ever = Number.POSITIVE_INFINITY;

/** Why a home says that nobody gets in, although nobody of this household was asked. */
export function accessCauses({ borough: { tenancies } }: Pick<Evidence, 'borough'>): Cause[] {
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
  ];
}
