import * as z from 'zod';
import { saysNothing } from '../../../schemas/nothing.ts';
import { momentField, textField } from '../kit/vendor-fields.ts';
import { stageOf } from './choices.ts';

/** A column as Dataverse serialises it: choices, look-ups and dates are wrapped. */
type Columns = Readonly<Record<string, unknown>>;

const dataversePattern = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;

/** The value of a column without its wrapping: a choice's number, a look-up's id (never its name), an ISO 8601 time. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return isoTime(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  if ('Value' in value) return value.Value;
  return 'Id' in value ? value.Id : value;
}

/** `/Date(1771405800000)/` as ISO 8601; any other text, and a number that is no date, as it is. */
function isoTime(text: string): string {
  const milliseconds = dataversePattern.exec(text)?.[1];
  const moment = new Date(Number(milliseconds ?? Number.NaN));
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}

const rowField = z
  .object({
    Attributes: z.array(z.object({ key: z.string().max(100), value: z.unknown().optional() })).max(400),
  })
  .transform(
    ({ Attributes }): Columns =>
      Object.fromEntries(Attributes.map(({ key, value }) => [key, plainValue(value)])),
  );

const timeField = z.preprocess(plainValue, momentField);
const noOperation = '00000000-0000-0000-0000-000000000000';

/** What a webhook of Dataverse posts when a row of the table was created or changed: its RemoteExecutionContext. */
const contextSchema = z.object({
  MessageName: z.enum(['Create', 'Update']),
  PrimaryEntityName: z.literal('hc_disrepairclaim'),
  OperationId: z
    .guid()
    .refine(
      id => id !== noOperation,
      'register the step as asynchronous: a synchronous one has no operation id',
    ),
  CorrelationId: textField(100),
  OperationCreatedOn: timeField,
  InputParameters: z.array(z.object({ key: z.string().max(100), value: z.unknown().optional() })).max(20),
  PostEntityImages: z
    .array(z.object({ key: z.string().max(100), value: z.unknown().optional() }))
    .max(20)
    .optional(),
});

/** The message's own facts, what became of the claim, and the columns of its row as they are now. */
export const openedContext = contextSchema.transform((context, refinement) => {
  const { MessageName, InputParameters, PostEntityImages = [] } = context;
  const target = rowField.safeParse(InputParameters.find(({ key }) => key === 'Target')?.value);
  const image = rowField.safeParse(PostEntityImages[0]?.value ?? { Attributes: [] });
  if (!target.success || !image.success) {
    const path = target.success ? ['PostEntityImages'] : ['InputParameters', 'Target'];
    refinement.addIssue({ code: 'custom', path, message: 'expected a row with its Attributes' });
    return z.NEVER;
  }
  const filled = (columns: Columns) =>
    Object.fromEntries(Object.entries(columns).filter(([, value]) => !saysNothing(value)));
  const changed = filled(target.data);
  return {
    operationId: context.OperationId,
    correlationId: context.CorrelationId,
    at: context.OperationCreatedOn,
    step: stepOf(MessageName, changed),
    claim: filled({ ...image.data, ...target.data }),
    changed,
  };
});

/** A new row is a claim received; of a changed one only another stage is news to other teams. */
function stepOf(message: 'Create' | 'Update', changed: Columns) {
  if (message === 'Create') return 'received';
  if (changed['hc_stage'] === undefined) return 'edited';
  return stageOf(changed['hc_stage']) ?? `stage ${changed['hc_stage']}`;
}
