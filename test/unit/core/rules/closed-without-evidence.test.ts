import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../../functions/core/flags/derive.ts';
import { withProof } from '../../../../functions/core/record/proofs.ts';
import type { EventOf, SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2026-12-01T00:00:00Z');
const repairs = { system: 'repairs', home: flat4 };
const job = (name: string) => ({ workOrderReference: name as LocalReference });
const photo = {
  ...{ uri: 'https://pictures.example/1', mediaType: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1 },
};
type Said = Partial<EventOf<'housing.repair.completed.v1'>['data']>;

const raised = (at: string, name = 'R-1') =>
  eventOf({ ...repairs, type: 'housing.repair.raised.v1', at, data: { ...job(name), priority: 'high' } });
const completed = (at: string, said: Said = {}, name = 'R-1') =>
  eventOf({
    ...repairs,
    type: 'housing.repair.completed.v1',
    at,
    data: { ...job(name), evidence: [], ...said },
  });
const noted = (at: string, evidence: Said['evidence'] = [photo]) =>
  eventOf({
    ...repairs,
    type: 'housing.repair.note-added.v1',
    at,
    data: { ...job('R-1'), about: 'Photograph', evidence },
  });
const attended = (at: string, attendedBy?: string) =>
  eventOf({
    ...repairs,
    type: 'housing.repair.attended.v1',
    at,
    data: { ...job('R-1'), outcome: 'worked-on', ...(attendedBy === undefined ? {} : { attendedBy }) },
  });
const inspected = (at: string, text?: string) =>
  eventOf({
    ...repairs,
    type: 'housing.visit.carried-out.v1',
    at,
    data: {
      ...job('R-1'),
      ...{ purpose: 'inspection', evidence: [] },
      ...(text === undefined ? {} : { finding: { text, classification: 'personal' } }),
    },
  });
const cancelled = (at: string) =>
  eventOf({ ...repairs, type: 'housing.repair.cancelled.v1', at, data: job('R-1') });
const closed = (at: string) =>
  eventOf({ ...repairs, type: 'housing.repair.closed.v1', at, data: job('R-1') });

function flagAfter(...events: SystemEvent[]) {
  const hub = memoryHub();
  hub.hear(events, now);
  const record = hub.record(propertySubject(flat4));
  return record && flagsOf(record, now)['closed-without-evidence'];
}
const [before, done, sameDay, later, latest] = [
  '2026-01-05T09:00:00Z',
  '2026-02-18T16:00:00Z',
  '2026-02-18T09:30:00Z',
  '2026-03-20T14:00:00Z',
  '2026-04-20T14:00:00Z',
] as const;
const [opens, closes] = [raised(before), completed(done)];

describe('closed-without-evidence', () => {
  it('stands from the completion that names nobody and shows nothing, and names the job', () => {
    expect(flagAfter(opens, closes)).toMatchObject({
      since: instant(done),
      because: { rule: 'closed-without-evidence', ruleVersion: 1, events: [closes.id], references: ['R-1'] },
    });
  });

  it.each<[string, Said]>([
    ['an operative', { operative: 'OP-131' }],
    ['evidence', { evidence: [photo] }],
    ['the resident’s word', { residentConfirmed: true }],
  ])('does not stand with %s', (_what, said) => {
    expect(flagAfter(opens, completed(done, said))).toBeUndefined();
  });

  it.each<[string, SystemEvent]>([
    ['a photograph is handed in', noted(later)],
    ['a photograph of that morning is', noted(sameDay)],
    ['somebody is named who was there that day', attended(sameDay, 'OP-131')],
    ['an inspector says what is to be seen', inspected(later, 'Made good')],
    ['it is raised again', raised(later)],
    ['it is said not to have been done', cancelled(later)],
    ['it is completed once more, by somebody', completed(later, { operative: 'OP-131' })],
  ])('ends when %s, whichever is heard first', (_what, event) => {
    expect(flagAfter(opens, closes, event)).toBeUndefined();
    expect(flagAfter(event, closes, opens)).toBeUndefined();
  });

  it.each<[string, SystemEvent]>([
    ['a photograph of weeks before', noted('2026-01-20T09:00:00Z')],
    ['a note that shows nothing', noted(later, [])],
    ['that somebody was there, nobody knows who', attended(sameDay)],
    ['an inspection that found nothing to say', inspected(later)],
    ['its absence from a list of open jobs', closed(later)],
  ])('does not end by %s', (_what, event) => {
    expect(flagAfter(opens, closes, event)).toBeDefined();
  });

  it('stands anew when the job is raised again and closed again with nothing', () => {
    const again = completed(latest);
    expect(flagAfter(opens, closes, raised(later), again)).toMatchObject({ since: instant(latest) });
  });

  it('is not what a list says that has the job no more', () => {
    expect(flagAfter(opens, closed(done))).toBeUndefined();
  });

  it('does not open a job again that is missing from a list, when a photograph of it comes', () => {
    const hub = memoryHub();
    const gone = { ...closed(done), inferredfrom: 'absence' as const };
    hub.hear([opens, gone, noted(later)], now);
    expect(Object.keys(hub.record(propertySubject(flat4))?.openCases ?? {})).toEqual([]);
  });
});

it('remembers the latest of each job, whatever order they are heard in', () => {
  const stamp = fc.record({ key: fc.integer({ min: 1, max: 20 }), day: fc.integer({ min: 10, max: 28 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(stamp, { maxLength: 40, selector: ({ key, day }) => `${key} ${day}` }),
      fc.integer(),
      (said, seed) => {
        const told = (all: typeof said) => {
          const rows = new Map<number, Parameters<typeof withProof>[2]>();
          let proofs: ReturnType<typeof withProof> = [];
          for (const { key, day } of all) {
            const proofOwed = { at: instant(`2026-03-${day}T09:00:00Z`), rank: 0, id: `${key}-${day}` };
            const known = rows.get(key);
            const isLater = known?.proofOwed === undefined || known.proofOwed.at < proofOwed.at;
            const row = isLater
              ? {
                  row: 'case' as const,
                  kind: 'work-order' as const,
                  reference: `${key}`,
                  facts: {},
                  proofOwed,
                }
              : known;
            rows.set(key, row);
            proofs = withProof(proofs, `${key}`, row);
          }
          return proofs;
        };
        const shuffled = said.toSorted(
          (a, b) => ((a.key * 31 + a.day) ^ seed) - ((b.key * 31 + b.day) ^ seed),
        );
        expect(told(shuffled)).toEqual(told(said));
        expect(told(said).length).toBeLessThanOrEqual(12);
      },
    ),
  );
});
