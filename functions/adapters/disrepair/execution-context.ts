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

const membersField = z
  .array(z.object({ key: z.string().max(100), value: z.unknown().optional() }))
  .max(20)
  .nullish()
  .transform(members => members ?? []);

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
  PrimaryEntityId: textField(100),
  InputParameters: membersField,
  PostEntityImages: membersField,
});

/**
 * The message's own facts, what became of the claim, and the columns of its row as they are now: of all post-images together,
 * since a step may register several, each with columns of its own, and of what the message changed.
 */
export const openedContext = contextSchema.transform((context, refinement) => {
  const { MessageName, InputParameters, PostEntityImages } = context;
  const facts = {
    operationId: context.OperationId,
    correlationId: context.CorrelationId,
    at: context.OperationCreatedOn,
  };
  if (InputParameters.length === 0 && PostEntityImages.length === 0)
    return { ...facts, step: 'cut', claim: {}, changed: {}, row: context.PrimaryEntityId };
  const target = rowField.safeParse(InputParameters.find(({ key }) => key === 'Target')?.value);
  const images = PostEntityImages.map(({ value }) => rowField.safeParse(value));
  if (!target.success || images.some(({ success }) => !success)) {
    const path = target.success ? ['PostEntityImages'] : ['InputParameters', 'Target'];
    refinement.addIssue({ code: 'custom', path, message: 'expected a row with its Attributes' });
    return z.NEVER;
  }
  const filled = (columns: Columns = {}) =>
    Object.fromEntries(Object.entries(columns).filter(([, value]) => !saysNothing(value)));
  const changed = filled(target.data);
  const rows = images.map(({ data }) => filled(data));
  return {
    ...facts,
    step: stepOf(MessageName, changed),
    claim: filled(Object.fromEntries([...rows, target.data].flatMap(Object.entries))),
    changed,
  };
});

/** A new row is a claim received; of a changed one only another stage is news to other teams. */
function stepOf(message: 'Create' | 'Update', changed: Columns) {
  if (message === 'Create') return 'received';
  if (changed['hc_stage'] === undefined) return 'edited';
  return stageOf(changed['hc_stage']) ?? `stage ${changed['hc_stage']}`;
}
