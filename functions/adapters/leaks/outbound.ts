import { Temporal } from 'temporal-polyfill';
import type { HubEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Uprn } from '../../../schemas/reference.ts';
import type { OutboundContext, OutboundMessage } from '../contract.ts';
import { flagAction, flagReference, localWord } from '../kit/announcement.ts';
import { flagCodes } from './flag-codes.ts';

/**
 * A flag announcement as rows for the team's sheet, one for each home that the flag shows on; a flag that shows
 * nowhere is one row without a home. They take the place of every row with the same Reference and a lower Version.
 */
export function outbound(event: HubEvent, context: OutboundContext): OutboundMessage {
  const { flag } = event.data;
  const action = flagAction(event);
  const row = {
    Action: action,
    Warning: localWord(flagCodes, flag.code),
    'What to do': flag.instruction,
    Since: britishDate(flag.since),
    Until: action === 'cleared' ? britishDate(event.time) : britishDay(flag.reviewDue),
    Version: flag.version,
    Reference: flagReference(flag),
    'Hub event': event.id,
    'Heard from': flag.sources.join(', '),
  };
  const places = flag.places.length > 0 ? flag.places : [undefined];
  return {
    contentType: 'application/json',
    body: { rows: places.map(uprn => ({ ...placeOf(uprn, context), ...row })) },
  };
}

/** The team's own reference is block and flat; without one the row has the UPRN alone. */
function placeOf(uprn: Uprn | undefined, context: OutboundContext) {
  const reference = uprn === undefined ? '' : (context.referenceOf(uprn) ?? '');
  const [block = '', flat = ''] = reference.split('/');
  return { Block: block, Flat: flat, UPRN: uprn ?? '' };
}

function britishDate(instant: Instant): string {
  return britishDay(
    Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
  );
}

/** The sheet writes the day first. */
function britishDay(date: string | undefined): string {
  return date === undefined ? '' : date.split('-').reverse().join('/');
}
