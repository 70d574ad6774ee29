import type { EventOf } from '../../../../schemas/catalogue.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import type { DraftOf, EventDraft } from '../../contract.ts';
import type { Reading } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { baseOf, homeOf, locatorOf, personOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';

type NoteEvent = TenancyEventOf<
  'NoteCreatedAgainstAssetEvent' | 'NoteCreatedAgainstTenureEvent' | 'NoteCreatedAgainstPersonEvent'
>;
type Contact = DraftOf<'housing.tenancy.contact-recorded.v1'>;

/** Words in a note's category that say how the contact came about; the category itself is kept in any case. */
const channels = new Map<string, EventOf<'housing.tenancy.contact-recorded.v1'>['data']['channel']>([
  ['call', 'call'],
  ['phone', 'call'],
  ['telephone', 'call'],
  ['visit', 'visit'],
  ['email', 'email'],
  ['letter', 'letter'],
  ['text', 'sms'],
  ['sms', 'sms'],
  ['office', 'office'],
]);

/** Words that say who got in touch with whom. */
const directions = new Map<string, 'in' | 'out'>([
  ['in', 'in'],
  ['incoming', 'in'],
  ['inbound', 'in'],
  ['out', 'out'],
  ['outgoing', 'out'],
  ['outbound', 'out'],
]);

/** Pairs of words that say that only one side spoke or wrote, and those that say that both did. */
const outcomes: readonly (readonly [words: string, twoWay: boolean])[] = [
  ['no reply', false],
  ['no answer', false],
  ['message left', false],
  ['left message', false],
  ['voicemail', false],
  ['spoke', true],
  ['spoken', true],
  ['conversation', true],
];

/** A note on an asset, a tenure or a person, as a contact with the household. */
export function noteCreated(event: NoteEvent): Reading<EventDraft[]> {
  const { title, description, createdAt, categorisation, author } = event.eventData.newData;
  const { category, subCategory, description: kind } = categorisation ?? {};
  const about = [category, subCategory, kind].filter(Boolean).join(': ').slice(0, 200);
  const words = about.toLowerCase().split(/[^a-z]+/);
  const text = [title, description].filter(Boolean).join('\n');
  return readAs(needed(text || undefined, '/eventData/newData/description', 'the text of the note'), note => [
    {
      ...baseOf(event),
      ...subjectOf(event),
      happened: createdAt ?? event.dateTime,
      ...eventContent('housing.tenancy.contact-recorded.v1', {
        channel: words.map(word => channels.get(word)).find(channel => channel !== undefined) ?? 'other',
        direction: words.map(word => directions.get(word)).find(direction => direction !== undefined),
        twoWay: outcomes.find(([said]) => ` ${words.join(' ')} `.includes(` ${said} `))?.[1],
        about: about || undefined,
        note: { text: note, classification: 'personal' as const },
        recordedBy: author?.email,
      }),
    },
  ]);
}

/** A note on an asset or a tenure belongs to the home; a note on a person to the person, and to a home if it names one. */
function subjectOf(event: NoteEvent): Pick<Contact, 'home' | 'persons'> {
  const { tenuredAsset } = event.eventData.newData;
  if (event.eventType !== 'NoteCreatedAgainstPersonEvent') {
    return { home: homeOf(tenuredAsset, event.eventData.newData.targetId) };
  }
  const persons = [personOf(event.eventData.newData.targetId)];
  const home = locatorOf(tenuredAsset);
  return home === undefined ? { persons } : { home, persons };
}
