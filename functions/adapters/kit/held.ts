import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';

const toDo: Readonly<Record<HubQuarantineEvent['data']['reason'], string>> = {
  'never-raised':
    'This was closed and never opened: send its opening, or the closing with the right reference.',
  amended:
    'This was sent before under the same id with another content: say in quarantine which of the two holds.',
  invalid: 'This cannot be read: correct it in quarantine.',
  unmatched: 'The hub does not know which home or person this means: say so in quarantine.',
  ambiguous: 'Several homes match this: say in quarantine which is meant.',
};

/** What the system's people are to do about something that waits in quarantine. */
export function whatToDo({ data }: HubQuarantineEvent): string {
  return toDo[data.reason];
}
