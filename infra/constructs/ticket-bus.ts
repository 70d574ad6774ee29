import { EventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ticketType } from '../../functions/shell/ticket.ts';
import { hubSource } from '../../schemas/envelope.ts';
import { allow } from './allow.ts';
import type { Consumer } from './consumer.ts';
import { routeTo } from './hub-bus.ts';

/**
 * The hub's own way to every system's inbound queue, by which what was in quarantine comes in once more. Systems listen for
 * their own tickets: whoever sends knows none of their queues. There is no archive, so nothing is ever replayed.
 */
export class TicketBus extends Construct {
  readonly name: string;
  private readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Lintel: tickets for what was in quarantine' });
    this.name = this.bus.eventBusName;
  }

  /** What systems' stacks import. */
  get shared(): string[] {
    return [this.bus.eventBusName];
  }

  /** The permission to send tickets, and nothing else. */
  sendTickets(): PolicyStatement {
    return allow('events', ['PutEvents'], [this.bus.eventBusArn], {
      StringEquals: { 'events:source': hubSource, 'events:detail-type': ticketType },
    });
  }

  /** Routes a system's own tickets to a consumer's queue. */
  route(scope: Construct, id: string, system: string, consumer: Consumer): void {
    const pattern = { source: [hubSource], detailType: [ticketType], detail: { system: [system] } };
    routeTo(scope, id, { eventBus: this.bus, pattern, consumer });
  }
}
