import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Classification } from '../../../schemas/envelope.ts';
import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import { systemOf } from '../record/rows.ts';
import { mayRead, maySeeBasis, maySeeFlag, type Viewer } from './need-to-know.ts';
import { isSealed, readTexts, type Seen, safeguardingExposure, type TextExposure } from './texts.ts';

/**
 * The data of an event as an officer sees it, or undefined when the officer may not know that it happened. A sealed text
 * that is not for this officer is replaced by the fact that there is one, wherever in the data it stands.
 */
export function eventDataView(event: SystemEvent, viewer: Viewer): Seen | undefined {
  const { subjects: _subjects, ...data } = event.data;
  if ('code' in data) return flagEventView(data.code, data, viewer, isAlleged(event));
  const system = systemOf(event);
  return readTexts(data, {
    sealed: classification =>
      mayRead(viewer, classification, system) ? detailOf(classification) : 'withheld',
    phrase: phrase => safeguardingExposure(phrase, viewer, system),
  });
}

/** What everybody who may know of a flag reads in an event about it; all else is how it came about. */
const instructionOnly = new Set(['code', 'tenancyReference', 'reviewDue', 'until']);

function flagEventView(code: FlagCode, data: object, viewer: Viewer, alleged: boolean): Seen | undefined {
  if (!maySeeFlag(viewer, code)) return undefined;
  const phrase = () => 'nothing-personal' as const;
  if (!maySeeBasis(viewer, { code, ...(alleged && { state: 'pending-approval' }) })) {
    const instructions = Object.entries(data).filter(
      ([name, value]) => instructionOnly.has(name) || isSealed(value),
    );
    return readTexts(Object.fromEntries(instructions), { sealed: () => 'withheld', phrase });
  }
  const sealed = (classification: Classification) =>
    classification === 'operational' ? 'nothing-personal' : 'flag-basis';
  const seen = readTexts(data, { sealed, phrase });
  return seen && isPersonal(code) ? { ...seen, details: ['flag-basis'] } : seen;
}

/**
 * Whether an event is the word of one person that needed a second one's. The entry stays what it was, whatever was decided
 * afterwards: whoever may see the basis by then reads it from the flag.
 */
function isAlleged({ type, data }: SystemEvent): boolean {
  if (type !== 'housing.flag.asserted.v1' || data.approvedBy !== undefined) return false;
  const { code, raisedBy } = data;
  const { mayRaise, secondPerson } = flagDefinition(code);
  return secondPerson || (raisedBy !== undefined && !mayRaise.includes(raisedBy.team));
}

/** Whether how a flag came about says something of somebody even without a text. */
export function isPersonal(code: FlagCode): boolean {
  const { hangsOn } = flagDefinition(code);
  return hangsOn === 'person' || hangsOn === 'tenancy';
}

function detailOf(classification: Classification): TextExposure {
  if (classification === 'operational') return 'nothing-personal';
  return classification === 'personal' ? 'personal-text' : 'special-category-text';
}
