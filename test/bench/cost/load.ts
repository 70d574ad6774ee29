/** A landlord, or a country of them. */
export interface Load {
  /** Source events a year. */
  readonly events: number;
  readonly properties: number;
  readonly systems: number;
}

/** One borough, and social housing in England as it would be in one account. */
export const borough: Load = { events: 2_000_000, properties: 31_000, systems: 5 };
export const england: Load = { events: 200_000_000, properties: 4_200_000, systems: 30 };

/** What is supposed and not measured, each with its reason. */
export const supposed = {
  eventKb: { value: 1.5, because: 'an event of the examples with its envelope' },
  changesPerEvent: { value: 0.1, because: 'one event in ten changes a flag' },
  entitledShare: { value: 0.6, because: 'three of five systems may know of a flag' },
  deliveryWriteUnits: { value: 3, because: 'lease, receipt and what is held: a row of up to 1 KB each' },
  deliveryReadUnits: { value: 2, because: 'the circuit and the row of the flag' },
  receiveReadUnits: { value: 3, because: 'the home’s key, the receipts of the system, the key of its texts' },
  receiveMs: { value: 38, because: 'check, translate, three reads at 8 ms, PutEvents' },
  readMs: { value: 7.6, because: 'a call to DynamoDB from Lambda (alexdebrie/dynamodb-performance-testing)' },
  announcedTimes: { value: 2, because: 'by `record` at once, and by the relay from the stream' },
  repeatedWriteUnits: { value: 1, because: 'the lease that is refused: this version was sent' },
  repeatedMs: { value: 10, because: 'one call to DynamoDB, and nothing to wait for' },
  deliverMs: { value: 120, because: 'most of it waiting for the receiver' },
  relayMs: { value: 20, because: 'one PutEvents for up to 25 rows' },
  logKb: { value: 0.5, because: 'one line an invocation, and its platform report' },
  traced: { value: 0.05, because: 'one request in twenty is traced' },
  flagsPerProperty: { value: 2, because: '60,000 flags in force on 31,000 homes' },
  subjectsPerProperty: {
    value: 2.2,
    because: 'a home, its residents, part of a block: an object a year',
  },
  pollsPerMinute: { value: 15, because: 'five pollers, each waiting twenty seconds' },
  peak: { value: 20, because: 'the busiest second of a stormy Monday against the mean' },
} as const satisfies Readonly<Record<string, { value: number; because: string }>>;

/** The memory of the functions on the path of an event, in GB. */
export const memoryGb = 0.5;
