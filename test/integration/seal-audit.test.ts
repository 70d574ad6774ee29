import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSealAudit } from '../../functions/officers/sealing/seal-audit.ts';
import type { SealStore } from '../../functions/shell/seal-store.ts';
import { makeReadAuditDay } from '../../functions/shell/tables/audit/day-reader.ts';
import { emptyDay, type Seal } from '../../functions/shell/tables/audit/seal.ts';
import { makeAuditWriter } from '../../functions/shell/tables/audit/writer.ts';
import { instant } from '../support/events.ts';
import { printedBy } from '../support/log-lines/printed.ts';
import { newAuditTable } from './support/audit-table.ts';
import { contents } from './support/tables.ts';

const keptDays = 90;
let table: Awaited<ReturnType<typeof newAuditTable>>;
let own: ReturnType<typeof place>;
let copy: ReturnType<typeof place> | undefined;

/** A bucket that is written to once for each key. */
function place() {
  const [seals, rows] = [new Map<string, Seal>(), new Map<string, number>()];
  const store: SealStore = {
    days: () => Promise.resolve(new Set(seals.keys())),
    read: day => Promise.resolve(seals.get(day)),
    keep(seal) {
      if (!seals.has(seal.day)) seals.set(seal.day, seal);
      return Promise.resolve();
    },
    copy(day, all) {
      rows.set(day, all.length);
      return Promise.resolve();
    },
  };
  return { seals, rows, store };
}

async function reads(day: string, number: number): Promise<void> {
  for (let index = 0; index < number; index += 1) {
    const about = `person/tenancy:${index}`;
    const at = instant(`2025-06-${day}T09:0${index}:00Z`);
    await makeAuditWriter({ ...table, keepDays: keptDays }).write([
      {
        ...{ readId: `r-${day}-${index}`, at, officer: 'o', role: 'manager', about },
        endpoint: 'GET',
        details: [],
      },
    ]);
  }
}

/** What a night's run logs, by code and what it counts. */
async function night(day: string) {
  const places = copy === undefined ? ([own.store] as const) : ([own.store, copy.store] as const);
  const now = () => instant(`2025-${day}T02:30:00Z`);
  const run = makeSealAudit({ rowsOf: makeReadAuditDay(table), places, copy: copy?.store, keptDays, now });
  const lines = await printedBy(run);
  return lines.map(({ code, day: of, seal, missing, changed, added, sealed, rows, compared }) =>
    code === 'audit-sealed' ? { sealed, rows, compared } : { code, of, seal, missing, changed, added },
  );
}

beforeEach(async () => {
  table = await newAuditTable();
  [own, copy] = [place(), undefined];
  await reads('02', 3);
  await night('06-02');
  expect(await night('06-03')).toEqual([{ sealed: 1, rows: 3, compared: 1 }]);
});

const row = async () => (await contents(table))[0] ?? {};
const differs = { code: 'audit-differs', of: '2025-06-02', seal: 'kept', missing: 0, changed: 0, added: 0 };

describe('the audit at night', () => {
  it('is sealed day by day, also after nights without a run, and is as it was sealed', async () => {
    await reads('04', 2);
    expect(await night('06-06')).toEqual([{ sealed: 3, rows: 2, compared: 2 }]);
    expect([...own.seals.keys()].slice(-3)).toEqual(['2025-06-03', '2025-06-04', '2025-06-05']);
    expect(await night('06-06')).toEqual([{ sealed: 0, rows: 0, compared: 5 }]);
  });

  it('shows a row that is gone, one that is another, and one that came late', async () => {
    const { pk, sk, ...rest } = await row();
    await table.client.send(
      new PutCommand({ TableName: table.tableName, Item: { pk, sk, ...rest, officer: 'x' } }),
    );
    expect(await night('06-04')).toContainEqual({ ...differs, changed: 1 });
    await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: { pk, sk } }));
    expect(await night('06-05')).toContainEqual({ ...differs, missing: 1 });
    await reads('02', 1);
    expect(await night('06-06')).not.toContainEqual(expect.objectContaining({ code: 'audit-differs' }));
    await makeAuditWriter({ ...table, keepDays: keptDays }).write([
      {
        ...{ readId: 'late', at: instant('2025-06-02T10:00:00Z'), officer: 'o', role: 'manager' },
        ...{ about: 'person/tenancy:late', endpoint: 'GET', details: [] },
      },
    ]);
    expect(await night('06-07')).toContainEqual({ ...differs, added: 1 });
  });

  it('shows a row that was put without its day', async () => {
    const { day: _, ...without } = await row();
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: without }));
    expect(await night('06-04')).toContainEqual({ ...differs, missing: 1 });
  });

  it('shows a seal that is gone, and one that was made anew', async () => {
    await night('06-04');
    const seal = own.seals.get('2025-06-02');
    if (seal === undefined) throw new Error('There is no seal');
    own.seals.set('2025-06-02', { ...seal, rows: {} });
    expect(await night('06-05')).toContainEqual({ ...differs, seal: 'broken', added: 3 });
    own.seals.delete('2025-06-02');
    const found = await night('06-06');
    expect(found).toContainEqual({ ...differs, seal: 'missing' });
    expect(found).toContainEqual({ ...differs, of: '2025-06-03', seal: 'broken' });
  });

  it('compares nothing that has begun to expire, and comes back to an old day after thirty nights', async () => {
    await night('06-30');
    await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: await keyOf() }));
    expect(await night('07-01')).not.toContainEqual(expect.objectContaining({ code: 'audit-differs' }));
    expect(await night('07-02')).toContainEqual({ ...differs, missing: 1 });
    const seal = own.seals.get('2025-06-02');
    if (seal !== undefined) own.seals.set(seal.day, { ...seal, expires: 0 });
    expect(await night('07-02')).not.toContainEqual(expect.objectContaining({ of: '2025-06-02' }));
  });

  it('has its rows and seals copied from when that is wanted, and is compared with the copy', async () => {
    copy = place();
    await reads('03', 2);
    await night('06-04');
    expect([...copy.rows]).toEqual([['2025-06-03', 2]]);
    expect(copy.seals.get('2025-06-03')).toEqual(own.seals.get('2025-06-03'));
    own.seals.set('2025-06-03', { ...emptyDay('2025-06-03'), chain: 'another' });
    expect(await night('06-05')).toEqual([{ sealed: 1, rows: 0, compared: 3 }]);
  });
});

async function keyOf() {
  const { pk, sk } = await row();
  return { pk, sk };
}
