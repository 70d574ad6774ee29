import { CfnOutput, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { HubFunction } from './hub-function.ts';

/** Steps of a construct's path that say how it is built, not what it is for. */
const structural = new Set(['Consumer', 'Events', 'DeadLetters', 'Failed']);

/**
 * Outputs every dead-letter queue of the stack, and the log groups of the functions beside them, under the name of the
 * part that they belong to (`RepairsInbound…`). Operators' commands find them there; what is added is found by itself.
 */
export function outputDeadLetters(stack: Stack): void {
  const parts = stack.node.findAll();
  const queues = parts.filter(part => part instanceof DeadLetterQueue);
  const names = new Set(queues.map(nameOf));
  for (const queue of queues) {
    new CfnOutput(stack, `${nameOf(queue)}DeadLetterQueueUrl`, { value: queue.queue.queueUrl });
  }
  for (const part of parts.filter(part => part instanceof HubFunction)) {
    const logs = part.node.tryFindChild('Logs');
    if (!(logs instanceof LogGroup) || !names.has(nameOf(part.node.scope))) continue;
    new CfnOutput(stack, `${nameOf(part)}LogGroupName`, { value: logs.logGroupName });
  }
}

function nameOf(part: Construct | IConstruct | undefined): string {
  if (part === undefined || part instanceof Stack) return '';
  return `${nameOf(part.node.scope)}${structural.has(part.node.id) ? '' : part.node.id}`;
}
