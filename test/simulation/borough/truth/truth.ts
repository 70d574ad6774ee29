import { adapters } from '../../../../functions/adapters/registry.ts';
import { flagVisibility } from '../../../../schemas/flags.ts';
import type { Shown } from '../accounting/wrongness.ts';
import type { Borough } from '../world/borough.ts';
import type { Danger } from './danger.ts';
import { known } from './known.ts';
import { closedUnderHold, repeatedLeaks } from './patterns.ts';
import { personDangers } from './people.ts';
import { placeDangers } from './places.ts';
import { textOf, wordsOf } from './words.ts';

/** Everything that is true in a borough by what the hub was told, at each home. */
export function dangersIn({ told, ends }: Pick<Borough, 'told' | 'ends'>): Danger[] {
  const facts = known(told, ends);
  return [personDangers, placeDangers, repeatedLeaks, closedUnderHold].flatMap(find => find(facts));
}

/** What each system ought to show for it: what its team may know of, in its own words. */
export function owedIn(dangers: readonly Danger[]): Shown[] {
  return adapters.flatMap(({ manifest: { system, team } }) =>
    dangers
      .filter(({ code }) => flagVisibility(code, team) !== 'none')
      .map(({ code, home, from, to, reviewOn }) => {
        return {
          system,
          home,
          code,
          from,
          to,
          words: written(wordsOf(system, code), textOf(system, code), reviewOn),
        };
      }),
  );
}

/** A system's own word for a warning, what to do, and of one about a person when it is looked at again. */
export function written(own: string, instruction: string, reviewOn: string | undefined): string {
  return [own, instruction, ...(reviewOn === undefined ? [] : [`review on ${reviewOn}`])].join(' | ');
}
