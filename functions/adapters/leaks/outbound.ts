import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import {
  type FlagAction,
  flagAction,
  howItStands,
  localWord,
  placesLeft,
  regarding,
  whyEnded,
} from '../kit/announcement.ts';
import { londonDate } from '../kit/london-date.ts';
import { flagCodes } from './flag-codes.ts';

const statuses = {
  alleged: 'To be confirmed',
  confirmed: 'Confirmed',
  'review-due': 'Review due',
  'review-overdue': 'Review overdue',
};
/** A row is cleared at a home that the warning has left, too. */
const endings = {
  resolved: 'Resolved',
  withdrawn: 'Taken back',
  decided: 'Officer’s decision',
  expired: 'Not reviewed in time',
  moved: 'No longer at this home',
  unlisted: 'Missing from the list it came from',
  otherPerson: 'With another person',
  inError: 'Entered in error',
};

/** The word of the system's list for a flag. */
export const wordFor = (code: FlagCode): string => localWord(flagCodes, code);

/**
 * A flag announcement as rows for the team's sheet, one for each home that it shows on, and a cleared one for each that
 * it has left; a flag that shows nowhere, also when it has just left its last home, is one row without a home. They take
 * the place of every row with the same Reference and a lower Version.
 */
export function outbound(event: HubFlagEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const rowAt = (action: FlagAction) => (uprn?: Uprn) => ({
    ...placeOf(uprn, context),
    Action: action,
    Severity: flag.severity,
    Warning: wordFor(flag.code),
    'What to do': flag.instruction,
    Since: britishDay(londonDate(flag.since)),
    Until: action === 'cleared' ? britishDay(londonDate(event.time)) : britishDay(flag.reviewDue),
    Status: action === 'cleared' ? '' : (howItStands(statuses, event) ?? ''),
    'Why ended': action === 'cleared' ? (whyEnded(endings, event) ?? endings.moved) : '',
    Version: flag.version,
    Reference: flag.id,
    'Hub event': event.id,
    'Heard from': flag.sources.join(', '),
    Regarding: regarding(event)?.join(', ') ?? '',
  });
  const row = rowAt(flagAction(event));
  const shown = flag.places.length > 0 ? flag.places.map(row) : [row()];
  const left = placesLeft(event).map(rowAt('cleared'));
  return { contentType: 'application/json', body: { rows: [...shown, ...left] } };
}

/** The team's own reference is block and flat; without one the row has the UPRN alone. */
function placeOf(uprn: Uprn | undefined, context: OutboundContext) {
  const reference = uprn === undefined ? '' : (context.referenceOf(uprn) ?? '');
  const [block = '', flat = ''] = reference.split('/');
  return { Block: block, Flat: flat, UPRN: uprn ?? '' };
}

/** The sheet writes the day first. */
function britishDay(date: string | undefined): string {
  return date === undefined ? '' : date.split('-').reverse().join('/');
}
