import * as z from 'zod';
import type { Notice } from './flag-board.ts';

/** Reads a message of the hub as one system gets it. It throws when the message is not what that system was promised. */
export type ReadNative = (message: unknown) => Notice[];

const unitSchema = z.object({
  reference: z.array(z.object({ id: z.string(), allocatedBy: z.string() })),
});
const repairsSchema = z.object({
  messageType: z.enum(['AlertRegardingPerson', 'AlertRegardingLocation']),
  reference: z.tuple([z.object({ id: z.string() })]),
  action: z.enum(['raised', 'changed', 'cleared']),
  version: z.number(),
  type: z.string(),
  comments: z.string(),
  sitePropertyUnit: z.array(unitSchema),
});

/** The repairs system keeps HACT alerts of persons and of locations. */
export const readRepairs: ReadNative = message => {
  const alert = repairsSchema.parse(message);
  const about = alert.messageType === 'AlertRegardingPerson' ? 'person' : 'location';
  return [
    {
      reference: alert.reference[0].id,
      version: alert.version,
      active: alert.action !== 'cleared',
      own: `${about} alert ${alert.type}`,
      instruction: alert.comments,
      homes: alert.sitePropertyUnit.flatMap(({ reference }) =>
        reference.flatMap(({ id, allocatedBy }) => (allocatedBy === 'UPRN' ? [id] : [])),
      ),
    },
  ];
};

const tenancySchema = z.object({
  eventType: z.templateLiteral(['CautionaryAlert', z.enum(['Created', 'Updated', 'Ended']), 'Event']),
  eventData: z.object({
    newData: z.object({
      alertId: z.string(),
      version: z.number(),
      code: z.string(),
      instruction: z.string(),
      isActive: z.boolean(),
      assets: z.array(z.object({ uprn: z.string() })),
    }),
  }),
});

/** The tenancy system keeps cautionary alerts. */
export const readTenancy: ReadNative = message => {
  const { newData } = tenancySchema.parse(message).eventData;
  return [
    {
      reference: newData.alertId,
      version: newData.version,
      active: newData.isActive,
      own: newData.code,
      instruction: newData.instruction,
      homes: newData.assets.map(({ uprn }) => uprn),
    },
  ];
};

const leaksSchema = z.object({
  rows: z
    .array(
      z.object({
        UPRN: z.string(),
        Action: z.enum(['raised', 'changed', 'cleared']),
        Warning: z.string(),
        'What to do': z.string(),
        Version: z.number(),
        Reference: z.string(),
      }),
    )
    .min(1),
});

/** The leaks team pastes rows into its sheet; the rows of one message are about one warning. */
export const readLeaks: ReadNative = message => {
  const { rows } = leaksSchema.parse(message);
  return rows.slice(0, 1).map(({ Reference, Version, Warning, 'What to do': instruction }) => {
    const homes = rows.filter(row => row.Action !== 'cleared' && row.UPRN !== '').map(({ UPRN }) => UPRN);
    return {
      reference: Reference,
      version: Version,
      active: homes.length > 0,
      own: Warning,
      instruction,
      homes,
    };
  });
};

const complaintsSchema = z.object({
  warning: z.object({
    reference: z.string(),
    action: z.enum(['raised', 'changed', 'cleared']),
    version: z.number(),
    marker: z.string(),
    instruction: z.string(),
    places: z.array(z.object({ uprn: z.string() })),
  }),
});

/** The case system keeps markers. */
export const readComplaints: ReadNative = message => {
  const { warning } = complaintsSchema.parse(message);
  return [
    {
      reference: warning.reference,
      version: warning.version,
      active: warning.action !== 'cleared',
      own: warning.marker,
      instruction: warning.instruction,
      homes: warning.places.map(({ uprn }) => uprn),
    },
  ];
};
