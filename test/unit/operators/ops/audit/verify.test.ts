import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../../../functions/operators/ops/audit/verify.ts';
import type { Seal } from '../../../../../functions/shell/tables/audit/seal.ts';
import { instant } from '../../../../support/events.ts';

type Row = Record<string, unknown>;

const keptSeconds = 2192 * 24 * 60 * 60;
const row = (at: string, readId: string, rest: Row = {}): Row => ({
  ...{ pk: 'ABOUT#person/tenancy:mrs-a', sk: `${at}#${readId}`, at, readId, officer: 'o', role: 'manager' },
  ...{ details: ['name'], expiresAt: Date.parse(at) / 1000 + keptSeconds, ...rest },
});
const rows = [
  row('2025-06-02T09:00:00.000Z', 'r-1'),
  row('2025-06-02T10:00:00.000Z', 'r-2'),
  row('2025-06-04T10:00:00.000Z', 'r-3'),
  row('2025-06-05T00:02:00.000Z', 'r-4'),
];

/** A folder with a file of seals: what the command says of an audit at some moment. */
function folder(seals: Seal[] = []) {
  return {
    seals,
    async verify(stored: readonly Row[], at = '2025-06-05T00:11:00Z') {
      const lines: string[] = [];
      const deps = {
        auditRows: async function* () {
          yield* await Promise.resolve(stored);
        },
        now: () => instant(at),
        print: (line: string) => void lines.push(line),
      };
      const file = { read: () => [...seals], append: (more: readonly Seal[]) => void seals.push(...more) };
      return { isAsSealed: await verifyAudit(deps, file), lines };
    },
  };
}

async function sealedFolder() {
  const one = folder();
  expect((await one.verify(rows)).isAsSealed).toBe(true);
  return one;
}

describe('the audit against its seals', () => {
  it('is sealed day by day, when a day is over for good, and says nothing of whom it is about', async () => {
    const one = folder();
    await one.verify(rows, '2025-06-05T00:09:00Z');
    expect(one.seals.map(({ day }) => day)).toEqual(['2025-06-02']);
    await one.verify(rows);
    expect(one.seals.map(({ day }) => day)).toEqual(['2025-06-02', '2025-06-04']);
    expect(JSON.stringify(one.seals)).not.toMatch(/mrs-a|officer|manager/);
  });

  it('is as it was sealed, in any order, while today goes on', async () => {
    const one = await sealedFolder();
    const more = row('2025-06-05T00:10:00.000Z', 'r-5');
    expect(await one.verify([more, ...rows].toReversed())).toMatchObject({ isAsSealed: true });
  });

  it.each([
    ['missing', rows.slice(1), 'missing: 2025-06-02T09:00:00.000Z#r-1'],
    [
      'changed',
      [{ ...rows[0], officer: 'another' }, ...rows.slice(1)],
      'changed: 2025-06-02T09:00:00.000Z#r-1',
    ],
    ['given a longer life', [{ ...rows[0], expiresAt: 1 }, ...rows.slice(1)], 'changed: 2025-06-02T09'],
    ['added afterwards', [...rows, row('2025-06-02T11:00:00.000Z', 'x')], 'added: 2025-06-02T11'],
    ['added on a day that had none', [...rows, row('2025-06-03T11:00:00.000Z', 'x')], 'added: 2025-06-03T11'],
  ])('shows a row that is %s', async (_how, stored, line) => {
    const { isAsSealed, lines } = await (await sealedFolder()).verify(stored);
    expect(isAsSealed).toBe(false);
    expect(lines[0]).toContain(line);
    expect(lines.join()).not.toContain('mrs-a');
  });

  it('shows seals that were changed to fit: each is on the chain of the one before', async () => {
    const one = await sealedFolder();
    const [first, ...others] = one.seals as [Seal, ...Seal[]];
    const name = Object.keys(first.rows)[0] ?? '';
    const { [name]: _gone, ...left } = first.rows;
    const forged = await folder([{ ...first, rows: left }, ...others]).verify(rows.slice(1));
    expect(forged).toMatchObject({ isAsSealed: false, lines: [expect.stringContaining('2025-06-02')] });
    expect((await folder(others).verify(rows)).isAsSealed).toBe(false);
  });

  it('lets rows go that have expired', async () => {
    const one = await sealedFolder();
    expect(await one.verify([], '2031-07-01T00:00:00Z')).toMatchObject({ isAsSealed: true });
  });
});
