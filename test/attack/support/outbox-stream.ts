import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Serve } from './sdk.ts';
import type { Json } from './wire.ts';

/** The stream of a records table as the relay gets it: the rows that announce anything, in the order of their keys, each until it is done. */
export interface OutboxStream {
  /** What came to be and was not done yet; empty when there is nothing. */
  take(): Promise<DynamoDBRecord[]>;
  settle(batch: DynamoDBStreamEvent['Records'], answer: DynamoDBBatchResponse | undefined): void;
  /** Puts a row's address into the failure queue, as the relay does with one that can never be published. */
  giveUp(record: DynamoDBRecord): void;
  /** Rows of which the address is in the failure queue, the relay's own and those that were tried too often. */
  readonly givenUp: readonly string[];
}

const batchSize = 25;
const attempts = 20;

/** Makes the stream of a table that nobody has read from. */
export function makeOutboxStream(serve: Serve, tableName: string): OutboxStream {
  const done = new Set<string>();
  const tried = new Map<string, number>();
  const givenUp: string[] = [];
  return {
    givenUp,
    giveUp: ({ dynamodb }) => void givenUp.push(dynamodb?.SequenceNumber ?? ''),
    async take() {
      const rows = (await outboxRows(serve, tableName)).filter(row => !done.has(addressOf(row)));
      return rows.slice(0, batchSize).map(recordOf);
    },
    settle(batch, answer) {
      if (answer === undefined) return;
      const [failed] = answer.batchItemFailures;
      for (const { dynamodb } of batch) {
        const address = dynamodb?.SequenceNumber ?? '';
        if (address === failed?.itemIdentifier) return giveUpOn(address);
        done.add(address);
      }
    },
  };

  function giveUpOn(address: string): void {
    tried.set(address, (tried.get(address) ?? 0) + 1);
    if ((tried.get(address) ?? 0) < attempts) return;
    done.add(address);
    givenUp.push(address);
  }
}

type Image = Record<string, Json>;

async function outboxRows(serve: Serve, TableName: string): Promise<Image[]> {
  const rows: Image[] = [];
  let ExclusiveStartKey: Image | undefined;
  do {
    const { body: page } = await serve('Scan', {
      TableName,
      ExclusiveStartKey,
      FilterExpression: 'attribute_exists(announces)',
    });
    rows.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return rows.sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}

function addressOf(row: Image): string {
  return `${row['sk'].S} ${row['pk'].S}`;
}

function recordOf(row: Image): DynamoDBRecord {
  return { eventName: 'INSERT', dynamodb: { SequenceNumber: addressOf(row), NewImage: row } };
}
