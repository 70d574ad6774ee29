import type { JsonObject } from '../json.ts';
import type { RulePlan, TargetPlan } from '../plan/events.ts';
import type { Queues } from '../sqs/queues.ts';
import { type OutgoingMessage, sendAll } from '../sqs/send.ts';

/** An event, and the bus that it is on. */
export interface BusEvent {
  readonly bus: string;
  readonly event: JsonObject;
}

/**
 * Puts events into the queues of a rule that matches them.
 *
 * @param queues the app's queues
 * @param rule the rule
 * @param events what is on the buses
 */
export async function route(queues: Queues, rule: RulePlan, events: readonly BusEvent[]): Promise<void> {
  const matching = events.filter(({ bus, event }) => bus === rule.bus && rule.matches(event));
  const messages = matching.map(({ event }) => ({ body: JSON.stringify(event) }));
  for (const target of rule.targets) await deliver(queues, rule, target, messages);
}

/** What a queue refuses goes to the rule's dead-letter queue, if it has one, and is dropped if not: as EventBridge does. */
async function deliver(
  queues: Queues,
  rule: RulePlan,
  target: TargetPlan,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  try {
    await sendAll(queues, target.queue, messages);
  } catch (error) {
    if (target.deadLetterQueue === undefined) throw error;
    const attributes = {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.queueArn,
      ERROR_CODE: 'SDK_CLIENT_ERROR',
      ERROR_MESSAGE: String(error),
      RETRY_ATTEMPTS: '0',
    };
    const undelivered = messages.map(({ body }) => ({ body, attributes }));
    await sendAll(queues, target.deadLetterQueue, undelivered);
  }
}
