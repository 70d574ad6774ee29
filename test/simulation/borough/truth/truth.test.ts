import { describe, expect, it } from 'vitest';
import type { Thing, Told } from '../world/thing.ts';
import { day, daysLater } from '../world/time.ts';
import { dangersIn, owedIn } from './truth.ts';

const begins = Date.parse('2024-01-08T10:00:00Z');
const ends = begins + 800 * day;
const at = (days: number) => begins + days * day;

function told(thing: Thing, says: Told['says'], happened: number, heard = happened): Told {
  return { thing, says, happened: at(happened), heard: at(heard) };
}
function shownOf(all: readonly Told[]) {
  return dangersIn({ told: all, ends }).map(({ code, home, from, to }) => [
    code,
    home,
    (from - begins) / day,
    to === ends ? 'still' : (to - begins) / day,
  ]);
}

const off: Thing = { id: 'off', kind: 'warning', code: 'electrics-isolated', homes: ['4'] };
const tenancy: Thing = { id: 'T-1', kind: 'tenancy', homes: ['4'], household: ['ann'] };
const job: Thing = { id: 'J-1', kind: 'job', homes: ['4'] };
const pairs: Thing = { id: 'CV-ann', kind: 'warning', code: 'do-not-visit-alone', homes: [], person: 'ann' };
const missed: Thing = {
  id: 'missed',
  kind: 'missed',
  code: 'access-missed',
  homes: ['4'],
  tenancy: 'T-1',
  purpose: 'J-1',
};

describe('what is true by what the hub was told', () => {
  it('is a state for as long as it is so, however long, and from when the hub heard of it', () => {
    expect(shownOf([told(off, 'stands', 0, 2)])).toEqual([['electrics-isolated', '4', 2, 'still']]);
  });

  it('goes by what happened last, whatever was heard last', () => {
    expect(shownOf([told(off, 'stands', 0, 9), told(off, 'over', 5, 6)])).toEqual([]);
    expect(shownOf([told(off, 'stands', 0), told(off, 'over', 5), told(off, 'stands', 3, 8)])).toEqual([
      ['electrics-isolated', '4', 0, 5],
    ]);
  });

  it('is a marker where its person lives, until a year after anybody last said or reviewed it', () => {
    const lapses = (days: number) => (daysLater(at(days), 365) - begins) / day;
    const lives = told(tenancy, 'stands', -900, 0);
    const said = told(pairs, 'stands', 10);
    expect(shownOf([lives, said])).toEqual([['do-not-visit-alone', '4', 10, lapses(10)]]);
    expect(shownOf([lives, said, told(pairs, 'reviewed', 100)])).toEqual([
      ['do-not-visit-alone', '4', 10, 100],
      ['do-not-visit-alone', '4', 100, lapses(100)],
    ]);
  });

  it('follows a person out of a home and into the next', () => {
    const next: Thing = { ...tenancy, id: 'T-2', homes: ['7'] };
    const moves = [told(tenancy, 'stands', 0), told(tenancy, 'over', 50), told(next, 'stands', 60)];
    expect(shownOf([...moves, told(pairs, 'stands', 10), told(pairs, 'over', 90)])).toEqual([
      ['do-not-visit-alone', '4', 10, 50],
      ['do-not-visit-alone', '7', 60, 90],
    ]);
  });

  it('has no access for the household that was not in, while somebody still has to get in', () => {
    const visits = [told(job, 'stands', 0), told(missed, 'stands', 2), told(job, 'over', 30)];
    expect(shownOf(visits)).toEqual([['access-missed', '4', 2, 30]]);
    expect(shownOf([...visits, told(missed, 'over', 9)])).toEqual([['access-missed', '4', 2, 9]]);
    const movedOut = [told(tenancy, 'stands', -90, 0), told(tenancy, 'over', 20)];
    expect(shownOf([...visits, ...movedOut])).toEqual([['access-missed', '4', 2, 20]]);
  });

  it('has leaks that keep coming from a home while two of them are younger than a year', () => {
    const leak = (id: string): Thing => ({
      id,
      kind: 'leak',
      code: 'active-leak',
      homes: ['4', '7'],
      source: '7',
    });
    const two = [1, 101].flatMap(on => [
      told(leak(`L${on}`), 'stands', on),
      told(leak(`L${on}`), 'over', on + 1),
    ]);
    expect(shownOf(two).filter(([code]) => code === 'recurrent-leak')).toEqual([
      ['recurrent-leak', '7', 101, 366],
    ]);
  });

  it('has work that was closed under a claim until the claim is over', () => {
    const claim: Thing = { id: 'D-1', kind: 'claim', code: 'disrepair-claim', homes: ['4'] };
    const closed = [
      told(claim, 'stands', 5),
      told(job, 'stands', 1),
      told(job, 'over', 8),
      told(claim, 'over', 90),
    ];
    expect(shownOf(closed)).toContainEqual(['closed-under-legal-hold', '4', 8, 90]);
    expect(shownOf([...closed.slice(1), told(claim, 'stands', 9)])).not.toContainEqual(
      expect.arrayContaining(['closed-under-legal-hold']),
    );
  });
});

it('owes each system what its team may know of, in its own words, and nobody the home of somebody at risk', () => {
  const abuse: Thing = { id: 'DV-ann', kind: 'warning', code: 'safe-contact', homes: [], person: 'ann' };
  const said = [told(tenancy, 'stands', 0), told(abuse, 'stands', 1), told(off, 'stands', 2)];
  const owed = owedIn(dangersIn({ told: said, ends }));
  const instruction = 'Electrics are switched off for safety. Do not switch on; bring lighting.';
  expect(owed.map(({ system, words }) => [system, words])).toEqual([
    ['complaints', `NO-ELECTRICS | ${instruction}`],
    ['disrepair', `NO-ELECTRICS | ${instruction}`],
    ['leaks', `ELECTRICS OFF | ${instruction}`],
    ['repairs', `location alert 1 | CRITICAL, electrics isolated: ${instruction}`],
    ['tenancy', `ELECOFF | ${instruction}`],
  ]);
});
