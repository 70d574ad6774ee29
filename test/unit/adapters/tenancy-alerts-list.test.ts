import { describe, expect, it } from 'vitest';
import { tenancy } from '../../../functions/adapters/systems.ts';
import { type Cells, said, seenAt, types } from '../../support/said-of-change.ts';

describe('the tenancy system’s alerts', () => {
  const row = {
    ...{ alertId: 'A-1', code: 'CV', mmhid: 'p1', start: '2025-11-01', reason: 'Threats' },
    approvedBy: 'head.rst@council.example',
  };
  const alerts = (before?: Cells, after?: Cells, confirms?: true) =>
    said(tenancy, 'alerts', before, after, confirms);
  const where = { persons: ['tenancy:p1'], observedAt: seenAt };
  const flag = { code: 'do-not-visit-alone', localCode: 'CV', localReference: 'A-1' };

  it('that are new hold since they began, with why and who approved it', () => {
    expect(alerts(undefined, row)).toMatchObject([
      {
        ...{ ...where, type: 'housing.flag.asserted.v1', mayEcho: true },
        happened: { at: '2025-11-01T00:00:00.000Z' },
        data: { ...flag, basis: { text: 'Threats', classification: 'special-category' } },
      },
    ]);
    const [coming] = alerts(undefined, { ...row, start: '2026-03-01', end: '2026-04-01' });
    expect(coming).toMatchObject({ happened: { at: seenAt }, data: { ...flag, endsOn: '2026-04-01' } });
  });

  it('that record an adjustment say so on the person’s record', () => {
    const events = alerts(undefined, { ...row, code: 'ATD', assetId: 'asset-4' });
    expect(types(events)).toEqual(['flag.asserted', 'tenancy.adjustment-recorded']);
    expect(events[1]).toMatchObject({ happened: { at: seenAt }, home: { by: 'reference' } });
  });

  it.each<[string, Cells, string[]]>([
    ['another reason', { reason: 'Threatened the caretaker' }, ['flag.asserted']],
    ['an end that has come', { end: '2026-02-01' }, ['flag.asserted', 'flag.withdrawn']],
    ['another code', { code: 'VA' }, ['flag.withdrawn', 'flag.asserted']],
    ['another person', { mmhid: 'p2' }, ['flag.withdrawn', 'flag.asserted']],
  ])('that have %s say so', (_what, change, expected) => {
    expect(types(alerts(row, { ...row, ...change }))).toEqual(expected);
  });

  it('that are there still confirm what they say and no more, marked as inferred', () => {
    const [event, ...others] = alerts(undefined, row, true);
    expect(others).toEqual([]);
    expect(event).toEqual({
      ...{ ...where, type: 'housing.flag.asserted.v1', noticedAs: 'snapshot alerts 7 k' },
      ...{ happened: { at: seenAt, basis: 'offset' }, inferredFrom: 'presence', data: flag },
    });
    expect(types(alerts(row, { ...row, reason: 'Other' }, true))).toEqual(['flag.asserted', 'flag.asserted']);
    expect(alerts(undefined, { ...row, end: '2026-02-01' }, true)).toEqual([]);
  });

  it('that are gone are over, marked as inferred', () => {
    expect(alerts(row)).toMatchObject([
      { ...where, type: 'housing.flag.withdrawn.v1', inferredFrom: 'absence', data: flag },
    ]);
  });

  it.each<[string, Cells]>([
    ['code', { ...row, code: 'XX' }],
    ['tenureId', { ...row, code: 'INJ', assetId: 'asset-4' }],
    ['assetId', { ...row, code: 'APT' }],
    ['start', { ...row, start: '07/06/2025' }],
  ])('cannot be read without a good %s', (column, cells) => {
    const read = tenancy.snapshots?.['alerts']?.rowSchema.safeParse(cells);
    expect(read?.error?.issues.map(({ path }) => path.join('.'))).toEqual([column]);
  });
});
