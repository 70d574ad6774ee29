import { describe, expect, it, test } from 'vitest';
import { adapter } from '../../../functions/adapters/complaints/adapter.ts';
import { entryOf, refusals, said } from '../../support/case-entries.ts';

describe('an entry of the case log', () => {
  test.each([
    [{ event: 'received' }, ['complaint.received', 'flag.asserted']],
    [{ event: 'acknowledged', stage: 1 }, ['complaint.acknowledged']],
    [{ event: 'extended', stage: 1, until: '2025-08-18', reason: 'Waiting' }, ['complaint.extended']],
    [{ event: 'responded', stage: 2, decision: 'partlyUpheld' }, ['complaint.responded']],
    [{ event: 'escalated' }, ['complaint.escalated']],
    [{ event: 'promiseKept', promiseReference: 'C-5521/b' }, ['complaint.remedy-delivered']],
    [
      { event: 'ombudsmanNotified', ombudsmanReference: '202599999' },
      ['complaint.ombudsman-notified', 'flag.asserted'],
    ],
    [{ event: 'closed' }, ['complaint.closed', 'flag.withdrawn', 'flag.withdrawn']],
    [{ event: 'dissatisfaction', detail: 'Waited in' }, ['complaint.dissatisfaction-expressed']],
    [{ event: 'hazardMentioned', hazard: 'dampAndMould' }, ['hazard.suspected']],
    [{ event: 'hazardWorksStarted', hazard: 'dampAndMould' }, ['hazard.works-started']],
    [{ event: 'hazardWorksCompleted', hazard: 'fire' }, ['hazard.works-completed']],
    [{ event: 'hazardClosed', hazard: 'fire', outcome: 'noHazard' }, ['hazard.closed']],
    [{ event: 'enteredInError', corrects: 'CE-40100' }, ['complaint.entry-withdrawn']],
  ])('%o becomes %o', (fields, types) => {
    const events = said(fields);
    expect(events.map(({ type }) => type)).toEqual(types.map(type => `housing.${type}.v1`));
    for (const event of events) {
      expect(event.vendorEventId).toBe('CE-40117');
      expect(event.happened).toEqual({ at: '2025-07-20T23:00:00.000Z', basis: 'date-only' });
    }
  });

  it('makes one event of each promise of a response, and one of the response', () => {
    const promises = [
      { reference: 'C-5521/a', promise: 'Gain access', dueOn: '2025-08-25' },
      { reference: 'C-5521/b', promise: 'Make good', dueOn: '2025-09-30' },
    ];
    const [response, ...promised] = said({ event: 'responded', stage: 1, decision: 'upheld', promises });
    expect(response?.data).toEqual({ complaintReference: 'C-5521', stage: 1, decision: 'upheld' });
    expect(promised.map(({ data }) => data)).toEqual(
      promises.map(({ reference, promise, dueOn }) => ({
        complaintReference: 'C-5521',
        promiseReference: reference,
        dueOn,
        promise: { text: promise, classification: 'personal' },
      })),
    );
  });

  it('withdraws on closing what it asserted on receiving and on the Ombudsman’s letter', () => {
    const flags = (fields: object) =>
      said(fields).flatMap(({ type, data }) => (type.startsWith('housing.flag.') ? [data] : []));
    const asserted = [
      ...flags({ event: 'received' }),
      ...flags({ event: 'ombudsmanNotified', ombudsmanReference: '202599999' }),
    ];
    expect(flags({ event: 'closed' })).toEqual(asserted);
  });

  it('seals what a resident said of a hazard as what may be about somebody’s health', () => {
    const [event] = said({
      event: 'hazardMentioned',
      hazard: 'dampAndMould',
      detail: 'Asthma',
      room: ' Bedroom ',
    });
    expect(event?.data).toEqual({
      hazard: 'damp-and-mould',
      room: 'Bedroom',
      note: { text: 'Asthma', classification: 'special-category' },
    });
  });

  it('takes empty and null fields for fields that are not there', () => {
    const [received] = said({ event: 'received', about: ' ', detail: null, uprn: null });
    expect(received?.data).toEqual({ complaintReference: 'C-5521' });
  });
});

describe('a correction', () => {
  it('may be of any kind, and names the entry whose place it takes in each event that it becomes', () => {
    const entries = said({ event: 'closed', corrects: ' CE-40100 ' }).map(({ entry }) => entry);
    expect(entries).toEqual(Array(3).fill({ id: 'CE-40117', corrects: 'CE-40100' }));
    expect(said({ event: 'closed' })[0]?.entry).toEqual({ id: 'CE-40117' });
  });

  it('is of another entry than its own', () => {
    const entry = adapter.itemSchema.parse(entryOf({ event: 'closed', corrects: 'CE-40117' }));
    expect(adapter.inbound(entry)).toMatchObject({ ok: false, problems: [{ path: '/corrects' }] });
    expect(Object.keys(refusals(entryOf({ event: 'enteredInError' })))).toEqual(['corrects']);
  });
});

describe('the home', () => {
  it('is the address as given, or the UPRN where the case has one', () => {
    expect(said({ event: 'closed' })[0]?.home).toEqual({
      by: 'address',
      address: 'Flat 4, Larch Hse, Linden Rd SE15',
    });
    expect(said({ event: 'closed', uprn: '000010008123' })[0]?.home).toEqual({
      by: 'uprn',
      uprn: '10008123',
    });
  });

  it('has to be told', () => {
    const entry = adapter.itemSchema.parse(entryOf({ event: 'closed', address: ' ' }));
    expect(adapter.inbound(entry)).toEqual({
      ok: false,
      problems: [
        {
          path: '/address',
          message: 'The entry has neither a UPRN nor an address',
          expected: 'uprn, or address on one line',
        },
      ],
    });
  });
});

describe('the case system’s own shape', () => {
  it('names a code that it does not know', () => {
    expect(refusals(entryOf({ event: 'reopened' }))['event']).toMatch(
      /^“reopened” is not one of received, ack/,
    );
    const answer = { event: 'responded', stage: 1, decision: 'resolved' };
    expect(refusals(entryOf(answer))['decision']).toBe(
      '“resolved” is not one of upheld, partlyUpheld, notUpheld',
    );
    const hazard = { event: 'hazardMentioned', hazard: 'mould' };
    expect(refusals(entryOf(hazard))['hazard']).toMatch(/^“mould” is not one of dampAndMould/);
  });

  it('does not tell back words in the place of a code', () => {
    expect(refusals(entryOf({ event: 'Mrs Albright rang' }))['event']).toMatch(/^the value is not one of/);
  });

  test.each([
    [{ event: 'acknowledged', stage: 3 }, ['stage']],
    [{ event: 'extended', stage: 1, until: '2025-02-30', reason: '' }, ['until', 'reason']],
    [{ event: 'ombudsmanNotified', ombudsmanReference: 202599999 }, ['ombudsmanReference']],
    [
      { event: 'closed', recordedAt: '2025-02-30', uprn: '2000A', entryId: '' },
      ['entryId', 'recordedAt', 'uprn'],
    ],
    [{ event: 'received', detail: 'x'.repeat(4001) }, ['detail']],
    [
      {
        event: 'responded',
        stage: 1,
        decision: 'upheld',
        promises: [{ reference: '', promise: '', dueOn: 'soon' }],
      },
      ['promises/0/reference', 'promises/0/promise', 'promises/0/dueOn'],
    ],
  ])('refuses %o, place by place', (fields, places) => {
    expect(Object.keys(refusals(entryOf(fields)))).toEqual(places);
  });

  test.each([null, 'received', 7, []])('refuses %o, which is no entry', entry => {
    expect(Object.keys(refusals(entry))).toHaveLength(1);
  });
});
