import * as z from 'zod';
import { hazardKindSchema, hazardOutcomeSchema, hazardResultSchema } from '../../../schemas/events/hazard.ts';
import { attachmentSchema, partySchema, phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { unknownKind } from '../kit/unknown-kind.ts';
import { codeField, listField, optionalMomentField, textField } from '../kit/vendor-fields.ts';
import { withCamelKeys, withMessageType } from './hact-keys.ts';
import {
  alertSchema,
  operativeSchema,
  placeShape,
  referenceSchema,
  referencesField,
  windowSchema,
} from './vendor-parts.ts';

/** Any message may say what is so of the home or of the customer, or that it no longer is. */
const headerShape = {
  messageId: textField(100),
  ...placeShape,
  customer: z.object({ reference: referencesField(10) }).optional(),
  personAlert: listField(alertSchema, 20),
  locationAlert: listField(alertSchema, 20),
};

const nameSchema = phraseSchema.optional();
const tradeSchema = z.object({ code: codeField.optional(), customName: nameSchema });

const workOrderShape = {
  ...headerShape,
  reference: referencesField(10),
  dateRaised: optionalMomentField,
  dateReported: optionalMomentField,
  isAwaabsDampAndMouldRepair: z.boolean().optional(),
  descriptionOfWork: textField(4000),
  priority: z
    .object({
      priorityCode: codeField,
      priorityDescription: textField(200),
      requiredCompletionDateTime: optionalMomentField,
    })
    .optional(),
  workClass: z.object({ workClassCode: codeField, workClassDescription: textField(200) }).optional(),
  workElement: listField(z.object({ trade: listField(tradeSchema, 20) }), 100),
  assignedToPrimary: z
    .object({ name: nameSchema, organization: z.object({ name: nameSchema }).optional() })
    .optional(),
};

const raiseRepairSchema = z.object({ messageType: z.literal('RaiseRepair'), ...workOrderShape });

const scheduleRepairSchema = z.object({
  messageType: z.literal('ScheduleRepair'),
  ...workOrderShape,
  eventTime: optionalMomentField,
  refinedAppointmentWindow: windowSchema.optional(),
  operativesAssigned: listField(operativeSchema, 20),
});

const additionalWorkSchema = z.object({
  additionalWorkOrder: z.object({
    descriptionOfWork: textField(2000),
    workElement: listField(z.object({ trade: listField(tradeSchema, 20) }), 100),
    ...placeShape,
  }),
  reasonRequired: textField(1900),
});

/** What a job status update says, on its own or inside a WorkOrderComplete. */
const statusShape = {
  eventTime: optionalMomentField,
  typeCode: codeField,
  otherType: textField(60),
  comments: textField(4000),
  commentsAbout: z.enum(['home', 'people']).optional(),
  operativesAssigned: listField(operativeSchema, 20),
  refinedAppointmentWindow: windowSchema.optional(),
  customerCommunicationChannelAttempted: z
    .object({ channel: z.object({ medium: codeField.optional() }).optional() })
    .optional(),
  fault: partySchema.optional(),
  evidence: listField(attachmentSchema, 20),
  additionalWork: additionalWorkSchema.optional(),
  cardLeft: z.boolean().optional(),
  inspection: z
    .object({
      purpose: z.enum(['inspection', 'leak-trace', 'monitoring', 'void-inspection', 'other']).optional(),
      cause: phraseSchema.optional(),
      nextAction: phraseSchema.optional(),
    })
    .optional(),
  hazard: z
    .object({
      kind: hazardKindSchema,
      reference: localReferenceSchema.optional(),
      result: hazardResultSchema.optional(),
      outcome: hazardOutcomeSchema.optional(),
      room: phraseSchema.optional(),
    })
    .optional(),
};
const statusSchema = z.object(statusShape);
export type JobStatus = z.output<typeof statusSchema>;

const jobStatusUpdateSchema = z.object({
  messageType: z.literal('JobStatusUpdate'),
  ...headerShape,
  relatedWorkOrderReference: referenceSchema,
  workClass: workOrderShape.workClass,
  ...statusShape,
});

const workOrderCompleteSchema = z.object({
  messageType: z.literal('WorkOrderComplete'),
  ...headerShape,
  workOrderReference: referenceSchema,
  workClass: workOrderShape.workClass,
  operativesUsed: listField(operativeSchema, 20),
  jobStatusUpdates: listField(statusSchema, 50),
  followOnRequest: z
    .object({
      requiredFollowOnTrades: listField(phraseSchema, 20),
      otherTrade: nameSchema,
      isEmergency: z.boolean().optional(),
      followOnTypeDescription: textField(1300),
      materialNotes: textField(1300),
      additionalNotes: textField(1300),
    })
    .optional(),
});

const messages = [
  raiseRepairSchema,
  scheduleRepairSchema,
  jobStatusUpdateSchema,
  workOrderCompleteSchema,
] as const;
const knownMessages = messages.map(message => message.shape.messageType.value);

/** One HACT message, its keys in either spelling, with or without `messageType`. */
export const messageSchema = z.preprocess(
  message => withMessageType(withCamelKeys(message)),
  z.discriminatedUnion('messageType', messages, unknownKind('messageType', knownMessages)),
);
export type RepairsMessage = z.output<typeof messageSchema>;
export type MessageOf<T extends RepairsMessage['messageType']> = Extract<RepairsMessage, { messageType: T }>;
/** The two messages that describe a work order. */
export type WorkOrderMessage = MessageOf<'RaiseRepair' | 'ScheduleRepair'>;

/** The repairs system sends one message, or an array of them. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
