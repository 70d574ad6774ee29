import type { DynamoDBRecord } from 'aws-lambda';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { type QuarantineItem, quarantineItemSchema } from '../quarantine/item.ts';
import { readItem } from '../read-item.ts';
import { streamRow } from '../stream-row.ts';
import { eventImageSchema } from './items.ts';
import { subjectIn } from './keys.ts';

/** What became of an item in quarantine, or what came into a subject's timeline, as a stream shows it. */
export type StreamImage = { item: QuarantineItem } | { subject: Subject; event: SystemEvent };

/**
 * Reads the new image of a stream record of the quarantine table or of a timeline.
 * @throws {DamagedItem} when it is neither.
 */
export function readStreamImage({ dynamodb }: DynamoDBRecord): StreamImage {
  const row = streamRow(dynamodb?.NewImage);
  if (!('event' in row)) return { item: readItem('quarantine', quarantineItemSchema, row) };
  const { pk, event } = readItem('records', eventImageSchema, row);
  return { subject: subjectIn({ pk }), event };
}
