import * as z from 'zod';
import { hazardKindSchema, hazardResultSchema } from '../../../schemas/events/hazard.ts';
import { instantSchema, systemNameSchema } from '../../../schemas/reference.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import type { OccurrencesRow } from './row.ts';
import { sortedBy } from './sorted-by.ts';

/** How far a hazard has come, in this order: it never goes back, until it is closed and comes again. */
export const hazardStageSchema = z.enum([
  'suspected',
  'investigated',
  'summary-sent',
  'made-safe',
  'works-started',
  'works-completed',
  'closed',
]);
export type HazardStage = z.infer<typeof hazardStageSchema>;

/** One occurrence of a kind of hazard at a home: all that every team said of it is one. */
const hazardSchema = z.object({
  kind: hazardKindSchema,
  /** Every team may name it by this. */
  reference: z.string(),
  stage: hazardStageSchema,
  /** The latest result of an investigation of this occurrence. */
  result: hazardResultSchema.exactOptional(),
  /** How severe somebody said that it is who suspected it. */
  severity: hazardResultSchema.exactOptional(),
  openedAt: instantSchema,
  openedBy: z.string(),
  /** The system that reported it first. */
  system: systemNameSchema,
  closedAt: instantSchema.exactOptional(),
  closedBy: z.string().exactOptional(),
});
export type Hazard = z.infer<typeof hazardSchema>;
export const hazardsSchema = z.array(hazardSchema);

/** How many closed occurrences of each kind a record shows beside the open one; all are in the timeline. */
const closedShown = 2;

/** The record's hazards with those of one kind as its row has them; in order of their opening. */
export function withHazard(hazards: readonly Hazard[], row: OccurrencesRow): Hazard[] {
  const occurrences = occurrencesIn(row.of, row.steps).map(occurrence => hazardOf(row.of, occurrence));
  const open = occurrences.filter(isOpen);
  const closed = occurrences.filter(hazard => !isOpen(hazard)).slice(-closedShown);
  const others = hazards.filter(({ kind }) => kind !== row.of);
  return sortedBy([...others, ...closed, ...open], ({ openedAt, kind }) => `${openedAt} ${kind}`);
}

function hazardOf(kind: string, { facts, ...occurrence }: Occurrence): Hazard {
  return hazardSchema.parse({ ...facts, ...occurrence, kind });
}

function isOpen({ closedAt }: Hazard): boolean {
  return closedAt === undefined;
}

/** The hazards of a record that are not closed. */
export function openHazards({ hazards }: { hazards: readonly Hazard[] }): Hazard[] {
  return hazards.filter(isOpen);
}

/** The hazards that somebody still has to get in for: until the works that end it are completed. */
export function hazardsToGetInFor(record: { hazards: readonly Hazard[] }): Hazard[] {
  return openHazards(record).filter(({ stage }) => stage !== 'works-completed');
}
