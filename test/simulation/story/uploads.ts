import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Input } from './input.ts';
import { homes, persons } from './town.ts';

type About = Pick<Input, 'id' | 'at'>;
type Teller = { next(at: string): Json };

/** Makes the files of a story: sheets, lines of events, and full extracts. */
export function makeUploads(
  random: Random,
  systems: Readonly<Record<'leaks' | 'repairs', Teller>>,
): { next(about: About, at: string): Input } {
  function uploaded(about: About, system: string, registration: Json, content: string): Input {
    const says = `${system} uploads a file of ${registration.kind}: ${content.split('\n').length - 1} rows`;
    const bytes = Buffer.byteLength(content);
    return { ...about, does: 'uploads', system, registration: { ...registration, bytes }, content, says };
  }

  function sheet(about: About, at: string): Input {
    const rows = Array.from({ length: 1 + random.below(4) }, () => systems.leaks.next(at));
    return uploaded(about, 'leaks', { kind: 'events', contentType: 'text/csv' }, csvOf(rows));
  }

  function lines(about: About, at: string): Input {
    const items = Array.from({ length: 1 + random.below(4) }, () => systems.repairs.next(at));
    const content = items.map(item => `${JSON.stringify(item)}\n`).join('');
    return uploaded(about, 'repairs', { kind: 'events', contentType: 'application/x-ndjson' }, content);
  }

  function extract(about: About, at: string): Input {
    const rows = persons
      .filter(() => random.chance(0.8))
      .map(({ key }, index) => ({
        'Tenancy ref': `T-${index}`,
        'Asset id': random.pick(homes).asset,
        Tenure: 'Secure',
        'Start date': at.slice(0, 10),
        Tenants: key,
      }));
    const registration = { kind: 'snapshot', feed: 'tenancies', contentType: 'text/csv' };
    return uploaded(about, 'tenancy', registration, csvOf(rows));
  }

  return { next: (about, at) => random.pick([sheet, lines, extract])(about, at) };
}

function csvOf(rows: readonly Json[]): string {
  const headings = [...new Set(rows.flatMap(row => Object.keys(row)))];
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const line = (cells: readonly unknown[]) => `${cells.map(quoted).join(',')}\n`;
  return [line(headings), ...rows.map(row => line(headings.map(name => row[name])))].join('');
}
