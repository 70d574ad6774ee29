import { ticketType } from '../../functions/shell/ticket.ts';
import { hubSource } from '../../schemas/envelope.ts';

/** A ticket as EventBridge hands it to a system's inbound queue. @param detail the ticket, or what poses as one */
export function ticketMessage(detail: unknown): string {
  return JSON.stringify({ version: '0', source: hubSource, 'detail-type': ticketType, detail });
}
