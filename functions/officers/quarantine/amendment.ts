import { eventSchema, type SystemEvent } from '../../../schemas/catalogue.ts';
import { derivedId } from '../../core/envelope/derived-id.ts';
import { differencesBetween } from '../../core/record/difference.ts';
import { fingerprintOf } from '../../core/record/timeline.ts';
import { isSystemEvent } from '../../shell/event-message.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { readJson } from '../../shell/http/json.ts';
import { eventContentType, type QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { FindEvent } from '../../shell/tables/records/decision-reader.ts';

interface Finds {
  findEvent: FindEvent;
}

/** What an amended item was first heard to say, and the places in which it differs: none of it where nobody can tell. */
export async function firstHeardOf(
  { findEvent }: Finds,
  { reason, payload }: QuarantineItem,
): Promise<{ firstHeard?: SystemEvent; differs?: string[] }> {
  const json = readJson(payload);
  const said = reason === 'amended' && json.ok ? eventIn(json.value) : undefined;
  if (said === undefined) return {};
  const [firstHeard] = (await heardAt(findEvent, said)).filter(event => event !== undefined);
  return firstHeard === undefined ? {} : { firstHeard, differs: differencesIn(firstHeard, said) };
}

/** Only what an event says: when it was heard, and what led to it, is the hub's. */
function differencesIn(first: SystemEvent, said: SystemEvent): string[] {
  const saysOf = ({ type, subject, time, data, corrects }: SystemEvent) => ({
    type,
    subject,
    time,
    data,
    corrects,
  });
  return differencesBetween(saysOf(first), saysOf(said)).map(({ path }) => path);
}

/**
 * What an officer says an amended event ought to be, as it is to be sent in. Where that is what was first heard, it is known
 * and changes nothing. Anything else is an event of its own in the place of the first, which counts no more.
 * @throws {ApiProblem} 409 while what was first heard is not in every record that it touches, 422 where the payload is not
 *   that event, or is of other homes and persons: in their records the first could not be made to count no more.
 */
export async function amendmentOf({ findEvent }: Finds, item: QuarantineItem, payload: unknown) {
  const said = eventIn(payload);
  const shown = readJson(item.payload);
  const amended = shown.ok ? eventIn(shown.value) : undefined;
  if (said === undefined || said.id !== amended?.id || said.source !== amended.source)
    throw wrong('The payload is not the event that is shown: GET it, and give it back corrected.');
  const heard = await heardAt(findEvent, said);
  const [first] = heard.filter(event => event !== undefined);
  if (first === undefined || subjectsOf(first) !== subjectsOf(said))
    throw wrong(
      'It is of other homes or persons than what was first heard. Have its system take that back, and say this under an id of its own.',
    );
  if (heard.includes(undefined)) {
    const detail =
      'What was first heard under this id is still on its way to a record. Ask again in a minute.';
    throw new ApiProblem({ status: 409, title: 'Not yet heard everywhere', detail });
  }
  const fingerprint = fingerprintOf(said);
  const id = derivedId('amended', first.id, fingerprint);
  const event = fingerprint === fingerprintOf(first) ? first : { ...said, id, corrects: first.id };
  return { payload: JSON.stringify(event), contentType: eventContentType };
}

function eventIn(value: unknown): SystemEvent | undefined {
  const { data } = eventSchema.safeParse(value);
  return data !== undefined && isSystemEvent(data) ? data : undefined;
}

/** What each record that an event touches has under its id. */
function heardAt(findEvent: FindEvent, { id, data }: SystemEvent): Promise<(SystemEvent | undefined)[]> {
  return Promise.all(data.subjects.map(async ({ subject }) => (await findEvent(subject, id))?.event));
}

function subjectsOf({ data }: SystemEvent): string {
  return data.subjects
    .map(({ subject, role }) => `${subject} ${role}`)
    .toSorted()
    .join('\n');
}

function wrong(detail: string): ApiProblem {
  return new ApiProblem({ status: 422, title: 'Not what was amended', detail });
}
