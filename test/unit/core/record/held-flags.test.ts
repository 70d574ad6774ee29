import { describe, expect, it } from 'vitest';
import { isOfDecisions } from '../../../../functions/core/record/flag-rows.ts';
import { foldWhole, refoldEvents } from '../../../../functions/core/record/refold.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import {
  type LocalReference,
  type PersonReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { identity } from '../../../support/arbitrary-events.ts';
import { eventOf, flat4, instant, mrB } from '../../../support/events.ts';
import { lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';

const day = (number: number) => `2025-06-${String(number).padStart(2, '0')}T09:00:00Z`;
const home = propertySubject(flat4);
const person = personSubject(mrB);
const atHome = (...events: SystemEvent[]) => foldWhole(home, events).record;
const ofPerson = (...events: SystemEvent[]) => foldWhole(person, events).record;
const held = (record: ReturnType<typeof atHome>) =>
  Object.values(record.heldFlags).map(({ code, system }) => `${code} by ${system}`);

const asbestos = sayingsOf('asbestos', 'home');
const lift = sayingsOf('lift-out-of-service', 'home');
const marker = sayingsOf('do-not-visit-alone');

describe('an assertion that stands', () => {
  it('has what its source gave with it, and nothing that it did not', () => {
    const given = { reviewDue: '2026-01-01', endsOn: '2026-06-01', approvedBy: 'head of service' };
    const code: FlagCode = 'asbestos';
    const said = (more: object) =>
      eventOf({
        ...{ type: 'housing.flag.asserted.v1', system: 'repairs', at: day(1), home: flat4 },
        data: { code, localCode: 'X', ...more },
      });
    const known = { code, system: 'repairs' };
    const stamp = { at: instant(day(1)), rank: 0, id: expect.any(String) };
    expect(Object.values(atHome(said(given)).heldFlags)).toStrictEqual([
      {
        ...{ ...known, since: stamp, last: stamp },
        ...{ reviewDue: '2026-01-01', endsOn: '2026-06-01', approved: stamp },
      },
    ]);
    expect(Object.values(atHome(said({})).heldFlags)).toStrictEqual([
      { ...known, since: stamp, last: stamp },
    ]);
  });

  it('of each reference of a source, and of each key of a person, is one of its own', () => {
    const [one, other] = ['repairs:C-1', 'repairs:C-2'].map(knownAs =>
      eventOf({
        ...{ type: 'housing.flag.asserted.v1', system: 'repairs', at: day(1), persons: [mrB] },
        data: { code: 'do-not-visit-alone', localCode: 'X', knownAs: knownAs as PersonReference },
      }),
    ) as [SystemEvent, SystemEvent];
    const all = [one, other, marker.asserts('repairs', day(1)), marker.asserts('repairs', day(1), 'a#b')];
    expect(Object.keys(ofPerson(...all).heldFlags).sort()).toEqual([
      'FLAG#do-not-visit-alone#repairs',
      'FLAG#do-not-visit-alone#repairs#A%23B',
      'FLAG#do-not-visit-alone#repairs#of#repairs%3AC-1',
      'FLAG#do-not-visit-alone#repairs#of#repairs%3AC-2',
    ]);
    expect(held(ofPerson(...all, marker.withdraws('repairs', day(2), 'A#b')))).toHaveLength(3);
  });

  it('is taken back by a clearance of its own flag alone', () => {
    const both = [asbestos.asserts('repairs', day(1)), lift.asserts('repairs', day(1))];
    expect(held(atHome(...both, asbestos.clears(lindqvist, day(2))))).toEqual([
      'lift-out-of-service by repairs',
    ]);
  });

  it('is taken back by a refusal where officers raised it, and not where a system says what needs nobody else', () => {
    const raised = [asbestos.raises(okafor, day(1)), asbestos.refuses(lindqvist, day(2))];
    expect(held(atHome(...raised))).toEqual([]);
    const said = [asbestos.alleges('repairs', day(1)), asbestos.refuses(lindqvist, day(2))];
    expect(held(atHome(...said))).toEqual(['asbestos by repairs']);
    const alleged = [marker.alleges('repairs', day(1)), marker.refuses(lindqvist, day(2))];
    expect(held(ofPerson(...alleged))).toEqual([]);
    const approved = [marker.asserts('repairs', day(1)), marker.refuses(lindqvist, day(2))];
    expect(held(ofPerson(...approved))).toEqual(['do-not-visit-alone by repairs']);
  });
});

describe('what was decided of a flag is in the record', () => {
  const decided = (record: ReturnType<typeof atHome>) => Object.keys(record.decisions);

  it('while somebody says that it holds', () => {
    const reviewed = [asbestos.asserts('repairs', day(1)), asbestos.reviews(lindqvist, day(2), '2026-01-01')];
    expect(decided(atHome(...reviewed))).toEqual(['asbestos']);
    expect(decided(atHome(...reviewed, asbestos.withdraws('repairs', day(3))))).toEqual([]);
  });

  it('while nobody says that another holds, whatever else is said', () => {
    const cleared = [asbestos.asserts('repairs', day(1)), asbestos.clears(lindqvist, day(2))];
    expect(decided(atHome(...cleared, lift.asserts('repairs', day(1))))).toEqual([]);
    expect(decided(ofPerson(marker.asserts('repairs', day(1)), marker.clears(lindqvist, day(2))))).toEqual(
      [],
    );
  });

  it('as long as a rule may raise it', () => {
    const leak = sayingsOf('recurrent-leak', 'home');
    expect(decided(atHome(leak.clears(lindqvist, day(2), '2025-06-03')))).toEqual(['recurrent-leak']);
  });

  it('as long as another record may say it of the same person, also where that was decided later', () => {
    const cleared = [marker.asserts('repairs', day(1)), marker.clears(lindqvist, day(2))];
    const merged = identity(day(3), true);
    for (const events of [
      [...cleared, merged],
      [merged, ...cleared],
    ])
      expect(decided(ofPerson(...events))).toEqual(['do-not-visit-alone']);
    expect(decided(ofPerson(merged))).toEqual([]);
  });

  it('with the sources that deny it, since when: not those that ever said it', () => {
    const said = [
      asbestos.asserts('repairs', day(1)),
      ...[asbestos.withdraws('leaks', day(3)), asbestos.withdraws('leaks', day(2))],
      ...[asbestos.asserts('tenancy', day(1)), asbestos.withdraws('tenancy', day(2))],
    ];
    const denied = { denied: { leaks: instant(day(3)) }, decided: {} };
    expect(atHome(...said).decisions).toEqual({ asbestos: denied });
    expect(atHome(...said.toReversed()).decisions).toEqual({ asbestos: denied });
    expect(decided(atHome(asbestos.asserts('repairs', day(1))))).toEqual([]);
  });
});

it('a row of decisions is known from a row of what is said', () => {
  const { rows } = foldWhole(home, [asbestos.asserts('repairs', day(1))]);
  expect(Object.keys(rows).filter(isOfDecisions)).toEqual(['DECISIONS#asbestos']);
});

describe('a correction', () => {
  const complaint = (reference: string, entry: { id: string; corrects?: string }) =>
    eventOf({
      type: 'housing.complaint.received.v1',
      ...{ at: day(1), home: flat4, system: 'complaints', entry },
      data: { complaintReference: reference as LocalReference },
    });
  const timeline = [complaint('C-1', { id: 'E-1' }), complaint('C-2', { id: 'E-2' })];
  const correction = complaint('C-3', { id: 'E-3', corrects: 'E-1' });
  const { record, rows } = foldWhole(home, timeline);
  const after = refoldEvents(
    { subject: home, version: 1, record, flags: {}, rows },
    timeline,
    [correction],
    instant(day(2)),
  );

  it('writes the rows of what it corrects and of what it says, and no others', () => {
    const cases = Object.keys(after.changedRows).filter(key => key.startsWith('CASE#'));
    expect(cases.sort()).toEqual(['CASE#complaint#complaints#C-1', 'CASE#complaint#complaints#C-3']);
    expect(Object.keys(after.changedRows)).toContain(`CORRECTED#${correction.corrects}`);
  });

  it('leaves open what it says and what it does not touch', () => {
    const open = Object.values(after.record.openCases).map(({ reference }) => reference);
    expect(open.sort()).toEqual(['C-2', 'C-3']);
  });
});
