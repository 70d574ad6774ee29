import type * as z from 'zod';
import type { Endpoint } from '../shell/http/endpoint.ts';
import type { EndpointExamples } from '../shell/http/endpoint-examples.ts';

type ByMediaType = Readonly<Record<string, unknown>>;

/** What is asked of an endpoint and answered, in examples. @throws {Error} when it has none: give them. */
export function examplesOf(
  examples: EndpointExamples,
  { method, path }: Pick<Endpoint<never>, 'method' | 'path'>,
) {
  const shown = examples[`${method} ${path}`];
  if (shown !== undefined) return shown;
  throw new Error(`${method} ${path} has no examples: give them in the examples.ts of its room`);
}

/** A content by media type, each with its example. */
export function contentOf(byMediaType: Readonly<Record<string, z.ZodType>>, shown: ByMediaType = {}) {
  return Object.fromEntries(
    Object.entries(byMediaType).map(([type, schema]) => [type, { schema, example: shown[type] }]),
  );
}
