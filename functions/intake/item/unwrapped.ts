import type { Problem } from '../../adapters/contract.ts';
import { readJson } from '../../shell/http/json.ts';
import { repeatedKeys } from '../../shell/http/repeated-keys.ts';
import { repeatedProblem } from './repeated.ts';

/** What was in a wrapping, and what is wrong with its text. */
export interface Unwrapped {
  item: unknown;
  problems?: Problem[];
}

/** A queue subscribed to a topic that hears a bus wraps three times. */
const mostWrappings = 4;

/**
 * Takes off what messages are wrapped in on their way: an SNS notification, an event of an EventBridge bus, and the records of
 * a queue or a topic as a Lambda function has them. What is not JSON inside stays text, so that the schema refuses that
 * alone. What says no more than its wrapping is left as it is.
 */
export function unwrapped(value: unknown, wrappings = 0): Unwrapped[] {
  if (!isObject(value) || wrappings === mostWrappings) return [{ item: value }];
  const inside = (text: string) => unwrappedText(text, wrappings + 1);
  if (Array.isArray(value['Records']))
    return value['Records'].flatMap(record => {
      const text = isObject(record)
        ? (textIn(record['Sns'], 'Message') ?? textIn(record, 'body'))
        : undefined;
      return text === undefined ? [{ item: record }] : inside(text);
    });
  const notified = value['Type'] === 'Notification' ? textIn(value, 'Message') : undefined;
  if (notified !== undefined && 'TopicArn' in value) return inside(notified);
  const isOfBus = typeof value['detail-type'] === 'string' && isObject(value['detail']) && 'source' in value;
  return isOfBus ? unwrapped(value['detail'], wrappings + 1) : [{ item: value }];
}

function unwrappedText(text: string, wrappings: number): Unwrapped[] {
  const json = readJson(text);
  if (!json.ok) return [{ item: text }];
  const repeated = repeatedKeys(text);
  if (repeated.length > 0) return [{ item: text, problems: repeated.map(repeatedProblem) }];
  const values = Array.isArray(json.value) ? json.value : [json.value];
  return values.flatMap(one => unwrapped(one, wrappings));
}

function textIn(value: unknown, name: string): string | undefined {
  const text = isObject(value) ? value[name] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
