import { intersection, union } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import { day } from '../world/time.ts';
import type { Danger } from './danger.ts';
import type { Known } from './known.ts';

const leakCounts = 365 * day;

/** Leaks keep coming from a home: two of them within a year, by when they were reported. */
export function repeatedLeaks(facts: Known): Danger[] {
  const leaks = facts.things.filter(({ kind, source }) => kind === 'leak' && source !== undefined);
  return [...Map.groupBy(leaks, ({ source }) => source ?? '')].flatMap(([home, all]) => {
    const counted = all.map(leak => reported(facts, leak));
    const pairs = counted.flatMap((one, index) =>
      counted.slice(index + 1).map(other => ({
        from: Math.max(one.heard, other.heard),
        to: Math.min(one.happened, other.happened) + leakCounts,
      })),
    );
    return union(pairs).map(({ from, to }) => ({
      code: 'recurrent-leak' as const,
      home,
      from,
      to: Math.min(to, facts.ends),
    }));
  });
}

/** A job was closed while a claim holds everything that is done at the home. */
export function closedUnderHold(facts: Known): Danger[] {
  const { things, standing, toldOf, ends } = facts;
  return things
    .filter(({ kind }) => kind === 'claim')
    .flatMap(claim => {
      const received = Math.min(...toldOf(claim).map(({ happened }) => happened));
      const closings = things
        .filter(({ kind, homes }) => kind === 'job' && homes[0] === claim.homes[0])
        .flatMap(job => toldOf(job).filter(({ says, happened }) => says === 'over' && happened >= received));
      const closed = closings.map(({ heard }) => ({ from: heard, to: ends }));
      return intersection(standing(claim), closed).flatMap(({ from, to }) =>
        claim.homes.map(home => ({ code: 'closed-under-legal-hold' as const, home, from, to })),
      );
    });
}

function reported({ toldOf }: Known, leak: Thing) {
  const stands = toldOf(leak).filter(({ says }) => says === 'stands');
  return {
    heard: Math.min(...stands.map(({ heard }) => heard)),
    happened: Math.min(...stands.map(({ happened }) => happened)),
  };
}
