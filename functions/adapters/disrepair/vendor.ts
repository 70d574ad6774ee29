import * as z from 'zod';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { londonDate } from '../kit/london-date.ts';
import { unknownKind } from '../kit/unknown-kind.ts';
import {
  dateTextField,
  listField,
  momentField,
  optionalMomentField,
  textField,
  uprnField,
} from '../kit/vendor-fields.ts';
import { wordsField } from '../kit/word-field.ts';
import { choiceOf, experts, hazards, liabilities, outcomes, workCategories } from './choices.ts';
import { openedContext } from './execution-context.ts';
import { flagCodes } from './flag-codes.ts';

/**
 * A column of a day alone, which is a day in London: Dataverse writes the midnight at which it begins there or in UTC, as the
 * column's behaviour is.
 */
const dayField = momentField.transform(({ at }, context) => {
  const day = londonDate(at);
  if (day !== undefined) return day;
  context.addIssue('expected a day of the years 0000 to 9999');
  return z.NEVER;
});
/** The same, where it may be left out or be what stands for no date. */
const optionalDayField = dateTextField.pipe(dayField.optional());

const everyClaim = {
  hc_claimnumber: localReferenceSchema,
  hc_uprn: uprnField.optional(),
  hc_propertyreference: localReferenceSchema.optional(),
};
/** What the team says of the home beside the claim; of these only what the message itself changed is news. */
const warningColumns = z.object({
  hc_warnings: wordsField(flagCodes),
  hc_warningsover: wordsField(flagCodes),
  hc_warningnote: textField(4000),
});
const worksColumns = {
  hc_workspromised: listField(choiceOf(workCategories), workCategories.length),
  hc_worksdueby: optionalDayField,
  hc_terms: textField(4000),
};

function step<S extends string, C extends z.ZodRawShape>(name: S, columns: C) {
  return z.object({
    operationId: z.guid(),
    correlationId: textField(100),
    at: z.custom<z.output<typeof momentField>>(),
    step: z.literal(name),
    claim: z.object({ ...everyClaim, ...columns }),
    changed: warningColumns,
  });
}

const steps = [
  step('received', {
    hc_receivedon: momentField,
    hc_letterdated: optionalDayField,
    hc_solicitor: localReferenceSchema.optional(),
    hc_hazards: listField(choiceOf(hazards), hazards.length),
    hc_allegations: textField(4000),
  }),
  step('responded', {
    hc_respondedon: optionalMomentField,
    hc_liability: choiceOf(liabilities),
    hc_expert: choiceOf(experts).optional(),
    hc_inspectionon: optionalDayField,
    hc_disclosure: z.boolean().optional(),
    ...worksColumns,
  }),
  step('issued', {
    hc_issuedon: optionalMomentField,
    hc_courtnumber: localReferenceSchema,
    hc_court: textField(200),
  }),
  step('closed', { hc_closedon: optionalMomentField, hc_outcome: choiceOf(outcomes), ...worksColumns }),
  step('edited', {}),
] as const;

/** A message above 256 KB: Dataverse leaves out everything that says what changed. */
const cut = z.object({
  step: z.literal('cut'),
  /** The id of the row that changed. */
  row: z.string().optional(),
});

/** The columns of a claim's row that some step reads. */
export const claimColumns = [
  ...Object.keys(warningColumns.shape),
  ...steps.flatMap(known => Object.keys(known.shape.claim.shape)),
];

const knownSteps = steps.map(known => known.shape.step.value);

const stepSchema = z.discriminatedUnion('step', [...steps, cut], unknownKind('step', knownSteps));

/** A message about one claim, by what became of it. */
export const claimMessageSchema = openedContext
  .transform(opened => opened as z.input<typeof stepSchema>)
  .pipe(stepSchema);
export type ClaimMessage = z.output<typeof claimMessageSchema>;
/** The message of one step. */
export type ClaimStep<S extends ClaimMessage['step']> = Extract<ClaimMessage, { step: S }>;

/** A webhook posts one message; what a queue collected may be an array of them. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
