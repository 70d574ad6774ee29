import { type Load, supposed } from './load.ts';
import { prices } from './prices.ts';

/** What has been kept by the end of a year since the beginning, and what keeping it costs in that year. */
export interface Year {
  readonly year: number;
  readonly tableGb: number;
  readonly archiveGb: number;
  readonly dollars: number;
}

const bytesToGb = 1 / 1024 ** 3;
const kbToGb = 1 / 1024 ** 2;

/** How the store grows, where nothing is taken out of it. In the middle of a year there is half of what it brings. */
export function growthOf({ events }: Pick<Load, 'events'>, storedBytes: number, years: number): Year[] {
  const tableAYear = events * storedBytes * bytesToGb;
  const archiveAYear = events * supposed.eventKb.value * kbToGb;
  return Array.from({ length: years }, (_, index) => {
    const mean = index + 0.5;
    const table = mean * tableAYear * (prices.tableGbMonth.value + prices.backupGbMonth.value);
    const archive = mean * archiveAYear * prices.archiveGbMonth.value;
    const [tableGb, archiveGb] = [(index + 1) * tableAYear, (index + 1) * archiveAYear];
    return { year: index + 1, tableGb, archiveGb, dollars: 12 * (table + archive) };
  });
}
