import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditedRead, auditedReads } from '../../functions/core/audit/audited-read.ts';
import type { Disclosure } from '../../functions/core/views/disclosure.ts';
import { type AuditQuery, makeAuditReader } from '../../functions/shell/tables/audit/reader.ts';
import { makeAuditWriter } from '../../functions/shell/tables/audit/writer.ts';
import { instant } from '../support/events.ts';
import { newAuditTable } from './support/audit-table.ts';
import { contents } from './support/tables.ts';

let table: Awaited<ReturnType<typeof newAuditTable>>;
beforeEach(async () => {
  table = await newAuditTable();
});

const home = 'property/200000471104';
const [mrsA, mrB] = ['person/tenancy:mrs-a', 'person/tenancy:mr-b'];
let reads = 0;

/** An officer is shown the name and the basis of a flag of everybody who lives in a home. */
async function look(
  changes: Partial<AuditedRead> = {},
  people: readonly string[] = [mrsA, mrB],
  asked = home,
) {
  reads += 1;
  const reading = {
    ...{ readId: `read-${reads}`, at: instant('2025-08-01T12:00:00Z'), officer: 'officer-7' },
    ...{ role: 'housing-officer', endpoint: 'GET /v1/properties/{uprn}/flags', purpose: 'Visit on Monday' },
    ...changes,
  };
  const disclosed = people.flatMap((about): Disclosure[] => [
    { about, detail: 'name' },
    { about, detail: 'flag-basis' },
  ]);
  await makeAuditWriter({ ...table, keepDays: 10 }).write(auditedReads(reading, asked, disclosed));
}

async function found(of: AuditQuery['of'], rest: Partial<AuditQuery> = {}): Promise<AuditedRead[]> {
  const reader = makeAuditReader(table);
  const all: AuditedRead[] = [];
  let after: AuditQuery['after'];
  do {
    const page = await reader.list({ of, limit: 2, after, ...rest });
    expect(page.reads.length).toBeLessThanOrEqual(2);
    all.push(...page.reads);
    after = page.next;
  } while (after !== undefined);
  return all;
}

const days = (all: readonly AuditedRead[]) => all.map(({ at }) => at.slice(8, 10));

describe('what was read', () => {
  beforeEach(async () => {
    for (const day of ['01', '02', '03', '04', '05']) {
      await look({
        at: instant(`2025-08-${day}T12:00:00Z`),
        officer: day === '03' ? 'officer-8' : 'officer-7',
      });
    }
    await look({ at: instant('2025-08-06T12:00:00Z'), brokeGlass: 'Shouting next door, operative inside' });
  });

  it('is found by the home that was asked about, latest first, page by page, every read once', async () => {
    expect(days(await found({ about: home }))).toEqual(['06', '05', '04', '03', '02', '01']);
  });

  it('is found by the person whom it showed something of, and says what', async () => {
    const [last] = await found({ about: mrB }, { from: '2025-08-05', until: '2025-08-06' });
    expect(last).toEqual({
      ...{ readId: expect.any(String), at: '2025-08-05T12:00:00.000Z', officer: 'officer-7' },
      ...{ role: 'housing-officer', endpoint: 'GET /v1/properties/{uprn}/flags', purpose: 'Visit on Monday' },
      ...{ about: mrB, details: ['flag-basis', 'name'] },
    });
  });

  it('is found by the officer, and by both', async () => {
    const own = await found({ officer: 'officer-8' });
    expect(own.map(({ about }) => about).toSorted()).toEqual([mrB, mrsA, home].toSorted());
    expect(days(await found({ about: mrB, officer: 'officer-8' }))).toEqual(['03']);
    expect(await found({ about: mrB, officer: 'nobody' })).toEqual([]);
  });

  it('is found in a window of time, the first instant included, the last not', async () => {
    const window = { from: '2025-08-02T12:00:00.000Z', until: '2025-08-04T12:00:00.000Z' };
    expect(days(await found({ about: home }, window))).toEqual(['03', '02']);
  });

  it('is found once for each break-glass access', async () => {
    expect(await found('break-glass')).toMatchObject([
      { about: home, brokeGlass: 'Shouting next door, operative inside' },
    ]);
  });
});

describe('a row', () => {
  it('expires when its time is up, in seconds since 1970 as DynamoDB wants it', async () => {
    await look({ at: instant('2025-08-01T12:00:00Z') }, []);
    await look({ at: instant('2025-08-01T12:00:00Z') }, [mrB]);
    const rows = await contents(table);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row['expiresAt']).toBe(Date.parse('2025-08-11T12:00:00Z') / 1000);
  });

  it('is never replaced: the same request cannot be written down twice', async () => {
    await look({ readId: 'same' });
    await expect(look({ readId: 'same', purpose: 'Something else' })).rejects.toThrow();
    expect(await found({ about: home })).toMatchObject([{ purpose: 'Visit on Monday' }]);
  });

  it('is not there when another row of its read could not be written', async () => {
    await look({ readId: 'same' }, [mrB]);
    await expect(look({ readId: 'same' }, [mrsA, mrB], 'property/200000471105')).rejects.toThrow();
    expect(await found({ about: mrsA })).toEqual([]);
  });
});

describe('the cost of a read', () => {
  const longest = { purpose: 'p'.repeat(200), officer: 'o'.repeat(100) };

  it.each([1, 2, 6])('that shows something of %s people is one call, of four units a row', async number => {
    const people = Array.from({ length: number }, (_, index) => `person/tenancy:${'k'.repeat(60)}${index}`);
    await look(longest, people);
    expect(table.written).toEqual([4 * (1 + number)]);
  });

  it('with break-glass access is one unit more', async () => {
    await look({ ...longest, brokeGlass: 'r'.repeat(300) }, [mrsA]);
    expect(table.written).toEqual([4 * 2 + 1]);
  });
});
