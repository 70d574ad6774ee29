import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import { instantSchema, subjectSchema } from '../../../schemas/reference.ts';
import { fileRecordSchema } from '../../shell/tables/files/file-record.ts';

/** The largest file that the hub takes: what is made of it has to fit beside it on a function's own disk. */
const maximumFileBytes = 100 * 1024 * 1024;

const fileShape = {
  contentType: z.string().min(1).max(100).meta({ example: 'text/csv; charset=windows-1252' }),
  bytes: z.int().positive().max(maximumFileBytes),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected SHA-256 in 64 lower-case hexadecimal digits')
    .optional()
    .meta({ description: 'S3 then refuses an upload that was damaged on the way' }),
};

/** What a system asks a link for. */
export const registrationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('events'), ...fileShape }),
    z.strictObject({
      kind: z.literal('snapshot'),
      feed: z.string().meta({ description: 'Which of the system’s full extracts', example: 'open-jobs' }),
      ...fileShape,
    }),
  ])
  .meta({ id: 'FileToUpload' });
export type Registration = z.infer<typeof registrationSchema>;

export const uploadResponse = z
  .object({
    fileId: z.uuid(),
    uploadUrl: z.url().meta({ description: 'PUT the bytes here, once' }),
    headers: z.record(z.string(), z.string()).meta({ description: 'To be sent with them, as they are' }),
    expiresAt: instantSchema,
    resultUrl: z.string().meta({ description: 'Where to ask what became of the file' }),
  })
  .meta({ id: 'FileUpload' });

export const filePath = z.object({
  fileId: z.uuid().meta({ description: 'The file, as it was registered' }),
});
export const believeSchema = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() });

const { kind, feed, contentType, bytes, registeredAt, state, counts, held, believed, problem, finishedAt } =
  fileRecordSchema.shape;

/** A file as its system sees it. */
export const fileResponse = z
  .object({
    fileId: z.uuid(),
    kind,
    feed,
    contentType,
    bytes,
    registeredAt,
    state: state.meta({
      description: '`held`: a snapshot that is too unlike the last one, until somebody believes it',
    }),
    counts,
    held,
    believed,
    problem,
    finishedAt,
    result: z
      .object({ url: z.url(), expiresAt: instantSchema, bytes: z.int() })
      .optional()
      .meta({ description: 'JSON lines, one for each row (of a snapshot, for each difference)' }),
  })
  .meta({ id: 'File' });
export type FileView = z.infer<typeof fileResponse>;

const problemSchema = z.object({
  path: z.string(),
  message: z.string(),
  expected: z.string().optional(),
  received: z.string().optional(),
});
const aboutShape = {
  row: z.int().optional(),
  key: z.string().optional(),
  change: z.enum(['appeared', 'returned', 'changed', 'confirmed', 'disappeared', 'rejected']).optional(),
};
/** A line of a file's result: what became of one of its rows. */
export const resultLineSchema = z
  .discriminatedUnion('outcome', [
    z.object({
      ...aboutShape,
      outcome: z.literal('accepted'),
      events: z.array(
        z.object({
          id: eventIdSchema,
          type: z.string(),
          subject: subjectSchema,
          inferredFrom: z.enum(['absence', 'presence']).optional().meta({
            description: 'Nobody said so anew: it follows from the row that is gone, or is there still',
          }),
        }),
      ),
    }),
    z.object({ ...aboutShape, outcome: z.literal('rejected'), problems: z.array(problemSchema).readonly() }),
    z.object({
      ...aboutShape,
      outcome: z.literal('quarantined'),
      id: z.string(),
      reason: z.string(),
      problems: z.array(problemSchema).readonly(),
    }),
  ])
  .meta({ id: 'FileResultLine' });
export type ResultLine = z.infer<typeof resultLineSchema>;
