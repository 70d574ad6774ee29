import type { Queues } from './queues.ts';

/**
 * Shows the messages again whose time has come, after the clock was set.
 *
 * @param queues the app's queues
 */
export async function showDue(queues: Queues): Promise<void> {
  for (const [queue, handles] of queues.deferrals.takeDue()) {
    for (const [index, ReceiptHandle] of handles.entries()) {
      const Entries = [{ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }];
      await queues.call('ChangeMessageVisibilityBatch', queue, { Entries });
    }
  }
}
