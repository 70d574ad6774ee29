import { describe, expect, it } from 'vitest';
import { complaints, repairs, tenancy } from '../../../functions/adapters/systems.ts';
import { changeReader } from '../../../functions/intake/item/snapshot-change.ts';
import { type Cells, said, seenAt, types } from '../../support/said-of-change.ts';

describe('the repairs system’s open jobs', () => {
  const job = {
    job: 'R-1',
    reference: '00047104',
    priority: '1',
    raised: '2026-01-10 09:30',
    trade: 'Plumbing',
  };
  const jobs = (before?: Cells, after?: Cells) => said(repairs, 'open-jobs', before, after);

  it('that are new were raised when the list says, with the id of the change', () => {
    expect(jobs(undefined, { ...job, appointment: '2026-02-10T09:00' })).toMatchObject([
      {
        type: 'housing.repair.raised.v1',
        noticedAs: 'snapshot open-jobs 7 k',
        happened: { at: '2026-01-10T09:30:00.000Z', basis: 'london-assumed' },
        observedAt: seenAt,
        home: { by: 'reference', reference: '00047104' },
        data: { workOrderReference: 'R-1', priority: 'emergency', trade: 'Plumbing' },
      },
      { type: 'housing.repair.appointed.v1', data: { from: '2026-02-10T09:00:00.000Z' } },
    ]);
  });

  it.each<[string, Cells, string[]]>([
    ['a new appointment', { appointment: '2026-02-11T09:00' }, ['repair.appointed']],
    ['another priority and description', { priority: '2', description: 'Worse now' }, ['repair.note-added']],
    ['another home', { reference: '00047105' }, ['repair.closed', 'repair.raised']],
    ['the same appointment in other words', { raised: '2026-01-10T09:30:00Z' }, []],
  ])('that have %s say so', (_what, change, expected) => {
    expect(types(jobs(job, { ...job, ...change }))).toEqual(expected);
  });

  it('whose appointment is gone have none any more, and nobody claims to know why', () => {
    const [event] = jobs({ ...job, appointment: '2026-02-10T09:00' }, job);
    expect(event).toMatchObject({
      type: 'housing.repair.rebooked.v1',
      data: { workOrderReference: 'R-1', askedBy: 'unknown' },
    });
    expect(event?.data).not.toHaveProperty('from');
    expect(jobs({ ...job, appointment: '2026-02-10T09:00' }, { ...job, appointment: '0001-01-01' })).toEqual([
      event,
    ]);
  });

  it('that are gone are closed, marked as inferred, and nobody claims to know how', () => {
    expect(jobs(job)).toEqual([
      {
        type: 'housing.repair.closed.v1',
        noticedAs: 'snapshot open-jobs 7 k',
        happened: { at: seenAt, basis: 'offset' },
        observedAt: seenAt,
        inferredFrom: 'absence',
        home: { by: 'reference', reference: '00047104' },
        data: { workOrderReference: 'R-1' },
      },
    ]);
  });

  it.each<[string, Cells]>([
    ['priority', { ...job, priority: '9' }],
    ['raised', { ...job, raised: '31/02/2026' }],
    ['uprn', { job: 'R-1', priority: '1', raised: '2026-01-10' }],
  ])('cannot be read without a good %s', (column, cells) => {
    const read = repairs.snapshots?.['open-jobs']?.rowSchema.safeParse(cells);
    expect(read?.error?.issues.map(({ path }) => path.join('.'))).toEqual([column]);
  });
});

describe('the tenancy system’s tenancies', () => {
  const row = {
    tenancy: 'T-1',
    reference: 'asset-4',
    tenure: 'Secure',
    start: '2019-04-01',
    tenants: 'p1; p2',
    others: 'p3',
  };
  const tenancies = (before?: Cells, after?: Cells) => said(tenancy, 'tenancies', before, after);

  it('that are new began when the list says, with their household', () => {
    expect(tenancies(undefined, row)).toMatchObject([
      {
        type: 'housing.tenancy.started.v1',
        happened: { at: '2019-03-31T23:00:00.000Z', basis: 'date-only' },
        persons: ['tenancy:p1', 'tenancy:p2', 'tenancy:p3'],
        data: {
          tenancyReference: 'T-1',
          household: [
            { responsible: true },
            { responsible: true },
            { person: 'tenancy:p3', responsible: false },
          ],
        },
      },
    ]);
  });

  it('say who joined, who left and who became a tenant', () => {
    expect(tenancies(row, { ...row, tenants: 'p1, p3', others: 'p4' }).map(({ data }) => data)).toMatchObject(
      [
        { change: 'joined', member: { person: 'tenancy:p3', responsible: true } },
        { change: 'joined', member: { person: 'tenancy:p4', responsible: false } },
        { change: 'left', member: { person: 'tenancy:p2' } },
      ],
    );
  });

  it('tell who joins when the tenancy ends, where that is to come', () => {
    const ending = { ...row, end: '2026-03-31' };
    const [joined, left] = tenancies(ending, { ...ending, others: 'p4' }).map(({ data }) => data);
    expect(joined).toMatchObject({ change: 'joined', endsAt: '2026-03-30T23:00:00.000Z' });
    expect(left).not.toHaveProperty('endsAt');
  });

  it.each<[string, Cells | undefined, Cells | undefined, string[], string | undefined]>([
    [
      'an end that has come',
      row,
      { ...row, end: '2026-01-31' },
      ['tenancy.ended'],
      '2026-01-31T00:00:00.000Z',
    ],
    ['an end that is still to come', row, { ...row, end: '2026-03-31' }, ['tenancy.end-announced'], seenAt],
    ['an end taken back', { ...row, end: '2026-03-31' }, row, ['tenancy.end-withdrawn'], seenAt],
    ['no end: what stands for none', row, { ...row, end: '9999-12-31' }, [], undefined],
    ['a beginning to come', undefined, { ...row, start: '2026-03-01' }, ['tenancy.start-announced'], seenAt],
    ['a beginning put off', row, { ...row, start: '2026-03-01' }, ['tenancy.start-announced'], seenAt],
    [
      'no beginning: what stands for none',
      undefined,
      { ...row, start: '1900-01-01' },
      ['tenancy.started'],
      seenAt,
    ],
    [
      'gone after its end',
      { ...row, end: '2026-01-31' },
      undefined,
      ['tenancy.ended'],
      '2026-01-31T00:00:00.000Z',
    ],
    ['gone before its end', { ...row, end: '2026-03-31' }, undefined, ['tenancy.ended'], seenAt],
    ['another home', row, { ...row, reference: 'asset-5' }, ['tenancy.ended', 'tenancy.started'], seenAt],
  ])('end when they have ended: %s', (_what, before, after, expected, at) => {
    const events = tenancies(before, after);
    expect(types(events)).toEqual(expected);
    expect(events[0]?.happened.at).toBe(at);
  });
});

describe('the complaints system’s open cases', () => {
  const row = {
    caseReference: 'C-1',
    uprn: '200000471104',
    received: '2026-01-05',
    stage: '1',
    about: 'Leak',
  };
  const cases = (before?: Cells, after?: Cells) => types(said(complaints, 'open-cases', before, after));

  it.each<[string, Cells | undefined, Cells | undefined, string[]]>([
    ['new', undefined, row, ['complaint.received', 'flag.asserted']],
    [
      'new at stage 2',
      undefined,
      { ...row, stage: '2' },
      ['complaint.received', 'flag.asserted', 'complaint.escalated'],
    ],
    ['at stage 2 now', row, { ...row, stage: '2' }, ['complaint.escalated']],
    ['about something else', row, { ...row, about: 'Leaks' }, []],
    // Only the open case: what the Ombudsman decides of is not over by that.
    ['gone', row, undefined, ['complaint.closed', 'flag.withdrawn']],
  ])('say it when they are %s', (_what, before, after, expected) => {
    expect(cases(before, after)).toEqual(expected);
  });
});

it('an open case that is there still confirms the case’s own flag', () => {
  const row = { caseReference: 'C-1', uprn: '200000471104', received: '2026-01-05', stage: '2' };
  expect(said(complaints, 'open-cases', undefined, row, true)).toMatchObject([
    {
      ...{ type: 'housing.flag.asserted.v1', inferredFrom: 'presence', happened: { at: seenAt } },
      data: { code: 'open-complaint', localReference: 'C-1' },
    },
  ]);
});

describe('a change', () => {
  const problems = (change: object) =>
    changeReader(repairs)
      .itemSchema.safeParse({ feed: 'open-jobs', sequence: 1, key: 'k', seenAt, ...change })
      .error?.issues.map(({ path }) => path.join('/'));

  it('says which side cannot be read', () => {
    const job = { job: 'R-1', reference: '1', priority: '1', raised: '2026-01-10' };
    expect(problems({ before: { ...job, priority: 'x' }, after: job })).toEqual(['before/priority']);
    expect(problems({ before: job, after: { ...job, raised: 'soon' } })).toEqual(['after/raised']);
  });

  it('of a snapshot that there is no more is told so', () => {
    expect(problems({ feed: 'closed-jobs' })).toEqual(['feed']);
  });
});

describe('every manifest', () => {
  it.each([repairs, tenancy, complaints])(
    'of $manifest.system declares the snapshots that its adapter reads',
    adapter => {
      expect(Object.keys(adapter.snapshots ?? {})).toEqual(Object.keys(adapter.manifest.snapshots ?? {}));
      for (const { columns, key } of Object.values(adapter.snapshots ?? {})) {
        expect(Object.keys(columns)).toEqual(expect.arrayContaining([...key]));
      }
      for (const { heldBelow } of Object.values(adapter.manifest.snapshots ?? {})) {
        expect(heldBelow).toBeGreaterThan(0.5);
        expect(heldBelow).toBeLessThan(1);
      }
    },
  );
});
