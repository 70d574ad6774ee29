import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { BenchContext } from '../bench.ts';

/** Takes one batch of a queue; it may be called again with the same. */
export type Consumer = (batch: readonly SystemEvent[]) => Promise<void>;

/** A way to keep records of homes from events, with tables of its own. */
export interface Opened {
  /** A new process of it, whose calls all go through this client. */
  consumer(client: DynamoDBDocumentClient): Consumer;
  /** How many records are not the right fold of these events, each once. */
  wrong(events: readonly SystemEvent[]): Promise<number>;
}

/** Somebody who is compared. */
export interface Contender {
  name: string;
  /** Which of its writes of an event is its effect: a process is killed after it. */
  effect: number;
  open(context: BenchContext, endpoint: string): Promise<Opened>;
}
