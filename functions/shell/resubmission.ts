import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { hubSource } from '../../schemas/envelope.ts';
import { HubError } from './errors.ts';
import { type Ticket, ticketType } from './ticket.ts';

/** Sends an item from quarantine in once more, by a ticket that arrives in the inbound queue of its system. */
export type Resubmit = (ticket: Ticket) => Promise<void>;

interface TicketBus {
  client: EventBridgeClient;
  /** The bus of tickets: each system's part of the hub listens on it for its own. */
  busName: string;
  /** The systems that listen. A ticket for another would vanish: no rule takes it. */
  systems: readonly string[];
}

/**
 * Makes the sender of re-submissions.
 * @throws {HubError} from the sender for a system that the hub does not know, and when the bus does not take the ticket
 */
export function makeResubmit({ client, busName, systems }: TicketBus): Resubmit {
  return async ticket => {
    const { system } = ticket;
    if (!systems.includes(system)) throw new HubError(`There is no system ${system}`, { retryable: false });
    const entry = {
      EventBusName: busName,
      Source: hubSource,
      DetailType: ticketType,
      Detail: JSON.stringify(ticket),
    };
    const { Entries: [answer] = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    if (answer?.EventId === undefined)
      throw new HubError(`The bus did not take a ticket (${answer?.ErrorCode})`, { retryable: true });
  };
}
