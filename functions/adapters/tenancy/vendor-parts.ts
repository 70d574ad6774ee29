import * as z from 'zod';
import { phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { personKeyField, wholePersonKeyField } from '../kit/person-key.ts';
import { listField, momentField, textField, uprnField } from '../kit/vendor-fields.ts';

/** A date that may be left out; the system also writes “none” as 1 January 1900. */
const dateField = textField(40)
  .transform(text => (text?.startsWith('1900-01-01') ? undefined : text))
  .pipe(momentField.optional());

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
  dateOfBirth: dateField,
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

const noticeSchema = z.object({ type: phraseSchema, servedDate: dateField, effectiveDate: dateField });
export type Notice = z.output<typeof noticeSchema>;

/** What an update says that may have changed; a part that is left out has not. */
const tenureChangesShape = {
  endOfTenureDate: dateField,
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
  startOfTenureDate: momentField,
  tenureType: z.object({ code: phraseSchema.optional(), description: phraseSchema.optional() }),
  tenuredAsset: assetSchema.optional(),
  householdMembers: membersField.optional().transform(members => members ?? []),
});

export const householdSchema = z.object({ householdMembers: membersField });

const namePart = textField(60);
/** A person. The system's search index spells `firstname` and its interface `firstName`. */
export const personSchema = z.object({
  firstName: namePart,
  firstname: namePart,
  middleName: namePart,
  surname: namePart,
  dateOfBirth: dateField,
});

/** A note on an asset or a tenure. */
export const noteSchema = z.object({
  title: textField(180),
  description: textField(3800),
  targetId: localReferenceSchema,
  createdAt: momentField.optional(),
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
  dateOfIncident: textField(40),
  assureReference: localReferenceSchema.optional(),
  approvedBy: textField(80),
  mmhid: personKeyField,
  assetId: localReferenceSchema.optional(),
  propertyReference: localReferenceSchema.optional(),
  uprn: uprnField,
  tenureId: localReferenceSchema.optional(),
  isActive: z.boolean().optional(),
  startDate: textField(40),
  endDate: textField(40),
});
