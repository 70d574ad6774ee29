import fc from 'fast-check';
import { expect, it } from 'vitest';
import { driftOf, type Finding } from '../../functions/core/delivery/drift.ts';
import type { Held } from '../../functions/core/delivery/held.ts';
import { collect } from '../support/collect.ts';
import { instant } from '../support/events.ts';

const since = instant('2025-06-02T07:41:00Z');
const id = fc.integer({ min: 0, max: 30 }).map(String);
const version = fc.integer({ min: 1, max: 5 });
const set = fc.dictionary(id, version, { maxKeys: 20 });
type Versions = Record<string, number>;

const owedOf = (versions: Versions) =>
  Object.entries(versions).map(([one, held]) => ({ id: one, version: held }));
const heldOf = (versions: Versions): Map<string, Held> =>
  new Map(Object.entries(versions).map(([one, held]) => [one, { version: held, since }]));

/** What a system holds after it did what it was answered. */
function applied(
  held: ReadonlyMap<string, Held>,
  findings: readonly Finding<{ id: string; version: number }>[],
) {
  const next = new Map(held);
  for (const finding of findings) {
    if (finding.kind === 'extra') next.delete(finding.id);
    else next.set(finding.id, { version: finding.flag.version, since });
  }
  return next;
}

it('is zero after a system did what it was answered, whatever it held, and doing so twice changes nothing', () =>
  fc.assert(
    fc.asyncProperty(set, set, async (owed, held) => {
      const holdings = heldOf(held);
      const findings = await collect(driftOf(owedOf(owed), holdings));
      const after = applied(holdings, findings);
      expect(after).toEqual(heldOf(owed));
      const again = await collect(driftOf(owedOf(owed), after));
      expect(again.every(({ kind }) => kind === 'same')).toBe(true);
      expect(applied(after, findings)).toEqual(after);
    }),
  ));

it('finds each flag that is owed or held exactly once', () =>
  fc.assert(
    fc.asyncProperty(set, set, async (owed, held) => {
      const findings = await collect(driftOf(owedOf(owed), heldOf(held)));
      const found = findings.map(finding => finding.id);
      expect(found.toSorted()).toEqual([...new Set([...Object.keys(owed), ...Object.keys(held)])].toSorted());
    }),
  ));

it('does not hang on the order of what is owed', () =>
  fc.assert(
    fc.asyncProperty(set, set, async (owed, held) => {
      const one = await collect(driftOf(owedOf(owed), heldOf(held)));
      const other = await collect(driftOf(owedOf(owed).toReversed(), heldOf(held)));
      const words = (findings: readonly { kind: string; id: string }[]) =>
        findings.map(({ kind, id: about }) => `${kind} ${about}`).toSorted();
      expect(words(other)).toEqual(words(one));
    }),
  ));
