import { describe, expect, it } from 'vitest';
import type { Receipts } from '../../../../functions/core/delivery/held.ts';
import { beliefsOf } from '../../../../functions/core/delivery/reported-set.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';

const holding = (acknowledgedVersion: number): Receipts => ({
  acknowledgedVersion,
  acknowledgedState: 'in-force',
  acknowledgedAt: instant('2026-01-06T10:00:00Z'),
});
const sentOnly: Receipts = { state: 'in-force', sentAt: instant('2026-01-06T10:00:00Z') };
const reference = (text: string) => text as LocalReference;
const none = { flags: new Map<string, number>(), own: new Map<LocalReference, string | undefined>() };
const unknown = {
  receipts: new Map<string, Receipts>(),
  own: new Map<LocalReference, { code?: string | undefined }>(),
};

describe('what a system says that it holds', () => {
  const said = (flags: Record<string, number>, receipts: Record<string, Receipts>) => [
    ...beliefsOf(
      { ...none, flags: new Map(Object.entries(flags)) },
      { ...unknown, receipts: new Map(Object.entries(receipts)) },
    ),
  ];

  it('is nothing new where its receipts say the same', () => {
    expect(said({ a: 3 }, { a: holding(3) })).toEqual([]);
    expect(said({}, {})).toEqual([]);
  });

  it('is believed where its receipts say another version, or nothing', () => {
    expect(said({ a: 3 }, { a: holding(2) })).toEqual([
      { kind: 'holds', id: 'a', version: 3, before: holding(2) },
    ]);
    expect(said({ a: 3 }, { a: sentOnly })).toEqual([
      { kind: 'holds', id: 'a', version: 3, before: sentOnly },
    ]);
    expect(said({ a: 3 }, {})).toEqual([{ kind: 'holds', id: 'a', version: 3, before: undefined }]);
  });

  it('is believed where it says nothing of what it acknowledged; what it was only sent it never had', () => {
    expect(said({}, { a: holding(2), b: sentOnly })).toEqual([
      { kind: 'lacks', id: 'a', before: holding(2) },
    ]);
  });
});

describe('what a system says of its own warnings', () => {
  const said = (own: [string, string | undefined][], known: [string, string | undefined][]) => [
    ...beliefsOf(
      { ...none, own: new Map(own.map(([key, code]) => [reference(key), code])) },
      { ...unknown, own: new Map(known.map(([key, code]) => [reference(key), { code }])) },
    ),
  ];

  it('is nothing new where that is known', () => {
    expect(
      said(
        [
          ['A-1', 'asbestos'],
          ['A-2', undefined],
        ],
        [
          ['A-1', 'asbestos'],
          ['A-2', undefined],
        ],
      ),
    ).toEqual([]);
  });

  it('is news of one that is new, or has another code', () => {
    expect(said([['A-1', 'asbestos']], [])).toEqual([
      { kind: 'owns', localReference: 'A-1', code: 'asbestos' },
    ]);
    expect(said([['A-1', undefined]], [])).toEqual([
      { kind: 'owns', localReference: 'A-1', code: undefined },
    ]);
    expect(said([['A-1', 'leak']], [['A-1', 'asbestos']])).toEqual([
      { kind: 'owns', localReference: 'A-1', code: 'leak' },
    ]);
  });

  it('is news of one that is gone', () => {
    expect(said([], [['A-1', 'asbestos']])).toEqual([{ kind: 'owns-no-more', localReference: 'A-1' }]);
  });
});
