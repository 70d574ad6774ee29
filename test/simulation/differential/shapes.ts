import requests from './hub-requests.json' with { type: 'json' };
import type { Asked, Body } from './request.ts';

/**
 * The expressions of a request, in words that are the same for all requests that differ in keys and values alone. A list of
 * what is set or shown is as good as another.
 */
function shapeOf(body: Body): string {
  const { IndexName, KeyConditionExpression, FilterExpression, ConditionExpression, UpdateExpression } = body;
  const update = UpdateExpression?.replace(/#?\w+ = :\w+(, #?\w+ = :\w+)*/, 'values');
  const all = { IndexName, KeyConditionExpression, FilterExpression, ConditionExpression, update };
  return Object.entries(all)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
    .join('; ');
}

const all: readonly (readonly Asked[])[] = Object.values(requests as Record<string, readonly Asked[]>);
const known = new Set(all.flat().map(({ body }) => shapeOf(body)));

interface Transaction {
  readonly TransactItems?: readonly Readonly<Record<string, Body>>[];
}

/** The shapes in a request that no random request is made from, and that so nobody has held against DynamoDB Local. */
export function unknownShapesIn(body: Body & Transaction): string[] {
  const parts = body.TransactItems?.flatMap(action => Object.values(action)) ?? [body];
  return parts.map(shapeOf).filter(shape => !known.has(shape));
}
