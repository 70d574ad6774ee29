import type { Moment } from './moment.ts';

const steps = ['Leak reported', 'Contained', 'No-one in', 'Visit', 'Resolved'] as const;
const withSource: readonly string[] = ['Leak reported', 'Contained', 'Resolved'];

/** The next row of the leaks sheet about a home; the suspected source is the next flat of its block. */
export function leakRowOf({ home, turn, at }: Moment) {
  const { blockName, flat, uprn } = home;
  const step = steps[turn % steps.length] ?? steps[0];
  const [date = '', time = ''] = at.toISOString().split(/[TZ.]/);
  return {
    Date: date.split('-').reverse().join('/'),
    Time: time.slice(0, 5),
    Block: blockName,
    Flat: `Flat ${flat}`,
    'Leak ref': `LFA-${uprn.slice(-5)}-${Math.floor(turn / steps.length)}`,
    'What happened': step,
    'Suspected source': withSource.includes(step) ? String((flat % 10) + 1) : '',
    Room: step === 'Leak reported' ? 'Kitchen ceiling' : '',
    Officer: 'LFA officer 2',
    Notes: 'Water through the ceiling rose, bucket down, asked the resident to keep the lights off',
  };
}

/** Rows as the team sends them: CSV as Excel writes it. */
export function sheetOf(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const quoted = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
  const lines = rows.map(row => Object.values(row).map(quoted).join(','));
  return `\ufeff${[Object.keys(rows[0] ?? {}).join(','), ...lines].join('\r\n')}\r\n`;
}
