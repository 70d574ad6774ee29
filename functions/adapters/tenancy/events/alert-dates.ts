import type * as z from 'zod';
import type { HappenedAt } from '../../contract.ts';
import { type AlertLife, alertLife } from '../../kit/alert-life.ts';
import { happenedAtBritish, happenedAtIso } from '../../kit/happened-at.ts';
import type { alertSchema } from '../vendor-parts.ts';

type Alert = z.output<typeof alertSchema>;

/** Day and month of `07/06/2023`, which the system writes in both orders. */
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** What an alert says of its own end. A date that can be read in two ways has passed when both have. */
export function lifeOf({ isActive, startDate, dateOfIncident, endDate }: Alert, said: HappenedAt): AlertLife {
  const starts = happenedAtIso(startDate ?? '') ?? happenedAtIso(dateOfIncident ?? '') ?? said;
  return alertLife({ isActive, starts, ends: latestReading(endDate ?? '') }, said);
}

function latestReading(text: string): HappenedAt | undefined {
  const readings = [
    happenedAtIso(text),
    happenedAtBritish(text),
    happenedAtBritish(text.replace(slashed, '$2/$1/$3')),
  ];
  return readings.filter(reading => reading !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** The dates that are kept in words, because they cannot be read in one way alone. */
export function datesInWords({ dateOfIncident, startDate }: Alert): string[] {
  const dates = { 'Date of incident': dateOfIncident, 'Start date': startDate };
  return Object.entries(dates).flatMap(([name, text]) =>
    text === undefined || happenedAtIso(text) !== undefined ? [] : [`${name}: ${text}`],
  );
}
