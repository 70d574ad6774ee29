import { invalid } from '../errors.ts';
import { placeholdersOf } from '../expressions/parsed.ts';
import type { Scope } from '../expressions/scope.ts';
import { checkedItem } from '../values/checked.ts';
import type { WithExpressions } from './requests.ts';

const nothing = {};

/** What the placeholders of a request stand for. @throws where one is used and not defined, or defined and not used. */
export function scopeOf(request: Omit<WithExpressions, 'TableName'>): Scope {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: given } = request;
  const used = placeholdersOf(expressionsOf(request).join(' '));
  const values = given === undefined ? nothing : checkedItem(given);
  checkUse('ExpressionAttributeNames', names, used.names);
  checkUse('ExpressionAttributeValues', given, used.values);
  return { names: names ?? nothing, values };
}

function expressionsOf(request: Omit<WithExpressions, 'TableName'>): string[] {
  const all = [
    request.ConditionExpression,
    request.UpdateExpression,
    request.KeyConditionExpression,
    request.FilterExpression,
    request.ProjectionExpression,
  ];
  if (all.includes('')) throw invalid('Invalid expression: The expression can not be empty;');
  return all.filter(text => text !== undefined);
}

function checkUse(field: string, given: object | undefined, used: readonly string[]): void {
  if (given === undefined && used.length === 0) return;
  const defined = Object.keys(given ?? nothing);
  if (given !== undefined && defined.length === 0) throw invalid(`${field} must not be empty`);
  const missing = used.find(name => !defined.includes(name));
  if (missing !== undefined) {
    const what = field === 'ExpressionAttributeNames' ? 'name' : 'value';
    throw invalid(`An expression attribute ${what} used in expression is not defined; ${missing}`);
  }
  const unused = defined.filter(name => !used.includes(name));
  if (unused.length > 0)
    throw invalid(`Value provided in ${field} unused in expressions: keys: {${unused.join(', ')}}`);
}
