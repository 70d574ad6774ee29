import * as z from 'zod';
import { staffSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { happenedAtIso } from '../kit/happened-at.ts';
import { isNoDate } from '../kit/no-date.ts';
import { codeField, listField, optionalMomentField, textField } from '../kit/vendor-fields.ts';

const referenceShape = {
  id: z.union([z.string(), z.int()]).transform(String).pipe(localReferenceSchema),
  allocatedBy: textField(100),
};

/** HACT's Reference. Work orders are also seen numbered without quotes. */
export const referenceSchema = z.object(referenceShape);

/** References of which some may have been left empty: those say nothing. */
export function referencesField(max: number) {
  const perhapsEmpty = z.object({ ...referenceShape, id: referenceShape.id.optional() });
  return listField(perhapsEmpty, max).transform(all =>
    all.flatMap(({ id, ...rest }) => (id === undefined ? [] : [{ id, ...rest }])),
  );
}

const homeKeySchema = z
  .string({ error: 'a home’s reference is text: leading zeros are part of it' })
  .pipe(localReferenceSchema);
const homeReferenceSchema = z.object({
  id: homeKeySchema,
  allocatedBy: textField(100),
  description: textField(200),
});

const addressSchema = z.object({
  addressLine: listField(z.string().trim().max(100), 7),
  buildingName: textField(100),
  buildingNumber: textField(20),
  streetName: textField(100),
  cityName: textField(100),
  postalCode: textField(12),
});

const homeShape = {
  reference: listField(homeReferenceSchema, 10),
  propertyReference: homeKeySchema.optional(),
  address: addressSchema.optional(),
};

/** HACT's SitePropertyUnit: a home by its references, by its address or by both. */
export const homeSchema = z.object(homeShape);

/** HACT's Site, as a ScheduleRepair has it: properties, and the units in them. */
const siteSchema = z.object({
  property: listField(z.object({ ...homeShape, unit: listField(homeSchema, 20) }), 20),
});

/** Where a message says which home it is about. */
export const placeShape = { sitePropertyUnit: listField(homeSchema, 20), site: siteSchema.optional() };

/**
 * HACT's AlertRegardingPerson and AlertRegardingLocation, which have a type and comments alone: that an alert is over, since
 * when it is so, why it ended, and the hub's word where HACT has none are this adapter's.
 */
export const alertSchema = z.object({
  type: codeField,
  comments: textField(4000),
  sharedCode: textField(60),
  isActive: z.boolean().optional(),
  startDate: optionalMomentField,
  endDate: optionalMomentField,
  endReason: textField(80),
});

/** An operative by the number on their identification, which is also seen without quotes, or by name. */
export const operativeSchema = z.object({
  identification: z
    .object({ number: z.union([z.string(), z.int()]).transform(String).pipe(staffSchema).optional() })
    .optional(),
  nameFull: staffSchema.optional(),
});

const timeOfDay = textField(40);

/**
 * HACT's appointment window, as its beginning and end. A window with no time in it begins with its day, and one without a day
 * is none.
 */
export const windowSchema = z
  .object({
    date: z.string().trim().min(10).max(40),
    timeOfDay: z.object({
      earliestArrivalTime: timeOfDay,
      latestArrivalTime: timeOfDay,
      latestCompletionTime: timeOfDay,
    }),
  })
  .transform(
    ({ date, timeOfDay: { earliestArrivalTime, latestArrivalTime, latestCompletionTime } }, context) => {
      if (isNoDate(date)) return undefined;
      const day = date.slice(0, 10);
      const latest = latestCompletionTime ?? latestArrivalTime;
      const from = happenedAtIso(momentOf(day, earliestArrivalTime));
      const until = latest === undefined ? undefined : happenedAtIso(momentOf(day, latest));
      if (from !== undefined && (latest === undefined || until !== undefined)) {
        return { from: from.at, until: until?.at };
      }
      context.addIssue('expected a real date such as 2025-06-05 and times such as 08:00');
      return z.NEVER;
    },
  );

/** Times come alone, `08:00`, or with their day, `2025-06-05T08:00:00`. */
function momentOf(day: string, time: string | undefined): string {
  if (time === undefined) return day;
  return time.includes('T') ? time : `${day}T${time}`;
}
