import type { Answer, Body } from './request.ts';

/** The body of a query or scan. */
export type AskedPage = Partial<Body> & { TableName?: string };

type Serve = (operation: string, body: object) => Promise<Answer>;

interface Page {
  Items?: unknown[];
  Count?: number;
  ScannedCount?: number;
  LastEvaluatedKey?: object;
}

/**
 * A whole scan, or a whole query of an index: in which order a scan goes, or what of an index has one sort key, and so what
 * is on which page, is nobody's to know.
 */
export async function allPages(serve: Serve, operation: string, asked: AskedPage): Promise<Answer> {
  const { TotalSegments, ...body } = asked;
  const whole = { Items: [] as unknown[], Count: 0, ScannedCount: 0 };
  for (let Segment = 0; Segment < (TotalSegments ?? 1); Segment += 1) {
    let { ExclusiveStartKey } = asked as { ExclusiveStartKey?: object };
    do {
      const part = TotalSegments === undefined ? {} : { TotalSegments, Segment };
      const from = ExclusiveStartKey && { ExclusiveStartKey };
      const answer = await serve(operation, { ...body, ...part, ...from });
      if (answer.status !== 200) return answer;
      const page = answer.body as Page;
      whole.Items.push(...(page.Items ?? []));
      whole.Count += page.Count ?? 0;
      whole.ScannedCount += page.ScannedCount ?? 0;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
  }
  return { status: 200, body: whole };
}

/**
 * Of a page that ends with the last row, DynamoDB says that there may be more, and DynamoDB Local that there is not. Gives
 * the page as DynamoDB Local would have it, where what is said to follow is nothing.
 */
export async function withoutEmptyPage(
  serve: Serve,
  operation: string,
  body: AskedPage,
  expected: Answer,
  actual: Answer,
): Promise<Answer> {
  const { LastEvaluatedKey, ...page } = actual.body as Page;
  const knows = (expected.body as Page).LastEvaluatedKey !== undefined;
  if (operation !== 'Query' || LastEvaluatedKey === undefined || knows) return actual;
  const next = await serve(operation, { ...body, ExclusiveStartKey: LastEvaluatedKey });
  const { ScannedCount, LastEvaluatedKey: more } = next.body as Page;
  return ScannedCount === 0 && more === undefined ? { ...actual, body: page } : actual;
}
