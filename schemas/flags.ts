import * as z from 'zod';
import { eventIdSchema } from './envelope.ts';
import { conflictSchema, flagIdSchema, flagStateSchema } from './flag-life.ts';
import { accessFlags } from './flags/access.ts';
import { adjustmentFlags } from './flags/adjustment.ts';
import { assuranceFlags } from './flags/assurance.ts';
import { blockFlags } from './flags/block.ts';
import { complaintFlags } from './flags/complaint.ts';
import type { FlagDefinition } from './flags/definition.ts';
import { familySchema, hangsOnSchema, severitySchema } from './flags/definition.ts';
import { leakFlags } from './flags/leak.ts';
import { legalFlags } from './flags/legal.ts';
import { propertyFactFlags } from './flags/property-fact.ts';
import { propertyHazardFlags } from './flags/property-hazard.ts';
import { safeguardingFlags } from './flags/safeguarding.ts';
import { shortTermNeedFlags } from './flags/short-term-need.ts';
import { staffSafetyFlags } from './flags/staff-safety.ts';
import { worksAdjustmentFlags } from './flags/works-adjustment.ts';
import { dateSchema, instantSchema, localReferenceSchema, subjectSchema, uprnSchema } from './reference.ts';
import type { Team, Visibility } from './teams.ts';

/** Every flag of the taxonomy. */
export const flagDefinitions = [
  ...staffSafetyFlags,
  ...adjustmentFlags,
  ...worksAdjustmentFlags,
  ...safeguardingFlags,
  ...shortTermNeedFlags,
  ...accessFlags,
  ...propertyHazardFlags,
  ...propertyFactFlags,
  ...blockFlags,
  ...leakFlags,
  ...legalFlags,
  ...complaintFlags,
  ...assuranceFlags,
] as const;

export type FlagCode = (typeof flagDefinitions)[number]['code'];
export const flagCodeSchema = z.enum(flagDefinitions.map(flag => flag.code) as [FlagCode, ...FlagCode[]]);

const byCode = new Map<FlagCode, FlagDefinition>(flagDefinitions.map(flag => [flag.code, flag]));

/**
 * The taxonomy's entry for a code.
 * @throws {RangeError} when the code is not in the taxonomy; `flagCodeSchema` keeps such a code out.
 */
export function flagDefinition(code: FlagCode): FlagDefinition {
  const definition = byCode.get(code);
  if (definition === undefined) throw new RangeError(`No flag has the code ${code}`);
  return definition;
}

/** The instruction behind severity and name, as in `CRITICAL, gas isolated: …`: where a word alone does not tell which it is. */
export function namedInstruction(
  flag: Pick<FlagDefinition, 'severity' | 'instruction'> & { code: FlagCode },
): string {
  return `${flag.severity.toUpperCase()}, ${flag.code.replaceAll('-', ' ')}: ${flag.instruction}`;
}

/** How much of a flag a team may see (need to know: the same flag everywhere, the detail by role). */
export function flagVisibility(code: FlagCode, team: Team): Visibility {
  const { audience } = flagDefinition(code);
  return audience.teams?.[team] ?? audience.everyone;
}

/** The most homes that one announcement lists: far more than anybody lives in, so that only stand-ins for nobody reach it. */
export const maximumPlaces = 200;

/** A flag as the hub announces and shows it. The factual basis is not part of it: it stays in the record. */
export const flagSchema = z.object({
  id: flagIdSchema,
  code: flagCodeSchema,
  on: subjectSchema,
  tenancyReference: localReferenceSchema.optional(),
  family: familySchema,
  hangsOn: hangsOnSchema,
  severity: severitySchema,
  instruction: z.string(),
  state: flagStateSchema,
  since: instantSchema,
  reviewDue: dateSchema.optional(),
  sources: z.array(z.string()).meta({ title: 'Who says so: source systems, or the hub for a rule' }),
  places: z
    .array(uprnSchema)
    .max(maximumPlaces)
    .meta({ title: 'The properties it shows on now; none when a person’s home is unknown' }),
  because: z
    .object({
      rule: z.string(),
      ruleVersion: z.int().positive(),
      events: z.array(eventIdSchema).max(20),
      references: z
        .array(z.string())
        .max(20)
        .optional()
        .meta({ title: 'The hazards, leaks or jobs that it stands for, by the references that name them' }),
    })
    .optional()
    .meta({ title: 'For a flag raised by a rule: which, and on what evidence' }),
  conflict: conflictSchema.optional(),
  clearanceRequested: instantSchema
    .optional()
    .meta({ title: 'Since when an officer waits for a second one to agree that it is cleared' }),
  personTold: z
    .enum(['informed', 'not-informed'])
    .optional()
    .meta({ title: 'Whether the person knows of it; nothing until somebody has said' }),
  unconfirmed: z.literal(true).optional().meta({
    title:
      'It is about somebody of the household whom the hub cannot tell yet: it shows at the home until then',
  }),
  version: z
    .int()
    .positive()
    .meta({ title: 'Rises with every announcement of this flag: never let a lower one overwrite a higher' }),
  changedAt: instantSchema.meta({
    title: 'When the hub made this version: whoever does not have it has been without it since',
  }),
});
export type Flag = z.infer<typeof flagSchema>;
