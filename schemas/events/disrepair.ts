import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { phraseSchema, sealedTextSchema } from '../parts.ts';
import { dateSchema, localReferenceSchema } from '../reference.ts';
import { hazardKindSchema } from './hazard.ts';

const claim = { claimReference: localReferenceSchema };
const reaches = ['home'] as const;

/** What the letter of claim says is wrong (Pre-Action Protocol for Housing Conditions Claims, 5.2 and its schedule). */
const allegedDefectSchema = z.object({ hazard: hazardKindSchema, room: phraseSchema.optional() });

/** Works by what the landlord has to keep in repair (Landlord and Tenant Act 1985, s. 11), and what goes with it. */
const workCategorySchema = z.enum([
  'structure-and-exterior',
  'plumbing-and-sanitation',
  'gas',
  'electrical',
  'heating-and-hot-water',
  'damp-and-mould',
  'making-good',
  'other',
]);

const promisedWorksShape = {
  promisedWorks: z
    .array(
      z.object({
        promiseReference: localReferenceSchema,
        category: workCategorySchema,
        dueOn: dateSchema.optional(),
      }),
    )
    .max(30)
    .optional()
    .meta({ title: 'What the landlord undertook to do, each with the day by which' }),
  terms: sealedTextSchema.optional(),
};

/** Claims about the condition of a home. A solicitor is an organisation here: no event names a person. */
export const disrepairEvents = [
  defineEvent({
    type: 'housing.disrepair.claim-received.v1',
    title: 'A letter of claim about the condition of a home was received',
    classification: 'special-category',
    reaches,
    data: {
      ...claim,
      letterDated: dateSchema
        .optional()
        .meta({ title: 'The date of the letter: the protocol’s periods run from its receipt' }),
      solicitorOrganisation: localReferenceSchema.optional().meta({
        title: 'The resident’s solicitors, by their number with the regulator or of the case system',
      }),
      defects: z.array(allegedDefectSchema).max(30),
      detail: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.disrepair.claim-responded.v1',
    title: 'The landlord answered a letter of claim',
    classification: 'personal',
    reaches,
    data: {
      ...claim,
      liability: z.enum(['admitted', 'partly-admitted', 'denied', 'not-yet-decided']),
      expert: z
        .enum(['single-joint', 'joint-inspection', 'own', 'none'])
        .optional()
        .meta({ title: 'How an expert is instructed (protocol, paragraph 7)' }),
      inspectionOn: dateSchema.optional(),
      documentsDisclosed: z.boolean().optional(),
      ...promisedWorksShape,
    },
  }),
  defineEvent({
    type: 'housing.disrepair.claim-issued.v1',
    title: 'Proceedings were started: the claim form and particulars were filed at court',
    classification: 'operational',
    reaches,
    data: { ...claim, courtReference: localReferenceSchema, court: phraseSchema.optional() },
  }),
  defineEvent({
    type: 'housing.disrepair.claim-closed.v1',
    title: 'A claim is over',
    classification: 'personal',
    reaches,
    data: {
      ...claim,
      outcome: z.enum([
        'settled',
        'withdrawn',
        'not-pursued',
        'judgment-for-resident',
        'judgment-for-landlord',
      ]),
      ...promisedWorksShape,
    },
  }),
] as const;
