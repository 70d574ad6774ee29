import { describe, expect, it } from 'vitest';
import { auditedReads, type Reading } from '../../../../functions/core/audit/audited-read.ts';
import { instant } from '../../../support/events.ts';

const reading: Reading = {
  readId: 'read-1',
  at: instant('2025-08-01T12:00:00Z'),
  officer: 'officer-7',
  role: 'housing-officer',
  endpoint: 'GET /v1/properties/{uprn}',
  purpose: 'Visit on Monday',
};
const home = 'property/200000471104';
const [mrsA, mrB] = ['person/tenancy:mrs-a', 'person/tenancy:mr-b'];

describe('what is written down of a read', () => {
  it('is nothing when nothing personal was shown', () => {
    expect(auditedReads(reading, home, [])).toEqual([]);
  });

  it('is a row for what was asked about, with everything, and one for everybody of whom something was shown', () => {
    const rows = auditedReads(reading, home, [
      { about: mrsA, detail: 'name' },
      { about: mrB, detail: 'name' },
      { about: mrB, detail: 'flag-basis' },
      { about: mrB, detail: 'flag-basis' },
      { about: home, detail: 'personal-text' },
    ]);
    expect(rows.map(({ about, details }) => [about, details])).toEqual([
      [home, ['flag-basis', 'name', 'personal-text']],
      [mrsA, ['name']],
      [mrB, ['flag-basis', 'name']],
    ]);
    for (const row of rows) expect(row).toMatchObject(reading);
  });

  it('is that it was break-glass access, whatever was behind it', () => {
    const brokeGlass = 'Shouting heard next door, operative inside';
    expect(auditedReads({ ...reading, brokeGlass }, home, [])).toEqual([
      { ...reading, brokeGlass, about: home, details: [] },
    ]);
  });
});
