import * as z from 'zod';
import { phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { personKeyField, wholePersonKeyField } from '../kit/person-key.ts';
import { dateTextField, listField, optionalMomentField, textField, uprnField } from '../kit/vendor-fields.ts';

/** Where a tenure is: the asset's own id, which is the system's key of a home, and the UPRN where it is known. */
export const assetSchema = z.object({
  id: localReferenceSchema.optional(),
  uprn: uprnField,
  propertyReference: localReferenceSchema.optional(),
});

const memberSchema = z.object({
  id: personKeyField,
  isResponsible: z.boolean().default(false),
  fullName: textField(200),
  dateOfBirth: optionalMomentField,
});
/** Somebody of a household, by the system's key. */
export type Member = Omit<z.output<typeof memberSchema>, 'id'> & { id: string };

/** The members that a household has: an entry that names nobody is none. */
const membersField = z
  .array(memberSchema)
  .max(30)
  .transform(members =>
    members.flatMap(({ id, ...member }) => (id === undefined ? [] : [{ id, ...member }])),
  );

const noticeSchema = z.object({
  type: phraseSchema,
  servedDate: optionalMomentField,
  effectiveDate: optionalMomentField,
});
export type Notice = z.output<typeof noticeSchema>;

const tenureDates = { startOfTenureDate: optionalMomentField, endOfTenureDate: optionalMomentField };
/** What an update says that may have changed; a part that is left out has not. */
const tenureChangesShape = {
  ...tenureDates,
  householdMembers: membersField.optional(),
  notices: z.array(noticeSchema).max(50).optional(),
};
/** A tenure as an update leaves it. */
export const updatedTenureSchema = z.object({ ...tenureChangesShape, tenuredAsset: assetSchema.optional() });
/** The same tenure before the update. */
export const earlierTenureSchema = z.object(tenureChangesShape);

/** A tenure as it is created. */
export const tenureSchema = z.object({
  ...tenureChangesShape,
  tenureType: z.object({ code: phraseSchema.optional(), description: phraseSchema.optional() }),
  tenuredAsset: assetSchema.optional(),
  householdMembers: membersField.optional().transform(members => members ?? []),
});

export const householdSchema = z.object({ householdMembers: membersField, ...tenureDates });

const namePart = textField(60);
/** A person. The system's search index spells `firstname` and its interface `firstName`. */
export const personSchema = z.object({
  firstName: namePart,
  firstname: namePart,
  middleName: namePart,
  surname: namePart,
  dateOfBirth: optionalMomentField,
});

/** A note on an asset or a tenure. */
export const noteSchema = z.object({
  title: textField(180),
  description: textField(3800),
  targetId: localReferenceSchema,
  createdAt: optionalMomentField,
  categorisation: z
    .object({ category: textField(90), subCategory: textField(90), description: textField(200) })
    .optional(),
  author: z.object({ email: textField(80) }).optional(),
  tenuredAsset: assetSchema.optional(),
});

/** A note on a person. */
export const personNoteSchema = noteSchema.extend({ targetId: wholePersonKeyField });

/** A process of the system's workflow engine. */
export const processSchema = z.object({
  processName: z.string().trim().min(1).max(60),
  targetId: localReferenceSchema,
  targetType: textField(40),
  relatedEntities: listField(z.object({ id: localReferenceSchema, targetType: textField(40) }), 50),
  currentState: z
    .object({
      state: textField(60),
      processData: z
        .object({
          formData: z
            .object({
              ground: phraseSchema.optional(),
              outcome: phraseSchema.optional(),
              note: textField(4000),
              reason: phraseSchema.optional(),
              hazardReference: localReferenceSchema.optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** A cautionary alert as the system announces it, with its own names for things: `mmhid` is the person. */
export const alertSchema = z.object({
  alertId: localReferenceSchema.optional(),
  code: z.string().trim().min(1).max(60),
  reason: textField(3900),
  dateOfIncident: dateTextField,
  assureReference: localReferenceSchema.optional(),
  approvedBy: textField(80),
  mmhid: personKeyField,
  assetId: localReferenceSchema.optional(),
  propertyReference: localReferenceSchema.optional(),
  uprn: uprnField,
  tenureId: localReferenceSchema.optional(),
  isActive: z.boolean().optional(),
  startDate: dateTextField,
  endDate: dateTextField,
  endReason: textField(80),
});
