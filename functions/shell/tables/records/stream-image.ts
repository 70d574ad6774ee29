import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { eventSchema, type SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { isSystemEvent } from '../../event-message.ts';
import { type QuarantineItem, quarantineItemSchema } from '../quarantine/item.ts';
import { subjectIn } from './keys.ts';

/** What became of an item in quarantine, or what came into a subject's timeline, as a stream shows it. */
export type StreamImage = { item: QuarantineItem } | { subject: Subject; event: SystemEvent };

const timelineRowSchema = z.object({ pk: z.string(), event: eventSchema.refine(isSystemEvent) });

/**
 * Reads the new image of a stream record of the quarantine table or of a timeline.
 * @throws {z.ZodError} when it is neither.
 */
export function readStreamImage({ dynamodb }: DynamoDBRecord): StreamImage {
  const row = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
  if (!('event' in row)) return { item: quarantineItemSchema.parse(row) };
  const { pk, event } = timelineRowSchema.parse(row);
  return { subject: subjectIn({ pk }), event: event as SystemEvent };
}
