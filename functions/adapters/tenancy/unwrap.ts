/** Queues hand a message over in `Records`, its envelope as text in `body`. */
interface QueueRecords {
  Records: unknown[];
}

/**
 * The envelopes of a document: one, an array of them, or the records of a queue. A body that is not JSON stays text, so
 * that the schema refuses that one alone.
 */
export function itemsOf(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document.flatMap(itemsOf);
  return isQueueRecords(document) ? document.Records.map(envelopeIn) : [document];
}

function isQueueRecords(document: unknown): document is QueueRecords {
  return (
    typeof document === 'object' &&
    document !== null &&
    'Records' in document &&
    Array.isArray(document.Records)
  );
}

function envelopeIn(record: unknown): unknown {
  const hasBody = typeof record === 'object' && record !== null && 'body' in record;
  if (!hasBody || typeof record.body !== 'string') return record;
  try {
    return JSON.parse(record.body);
  } catch {
    return record.body;
  }
}
