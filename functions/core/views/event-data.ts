import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import { systemOf } from '../record/rows.ts';
import { mayRead, mayReadBasis, maySeeBasis, maySeeFlag, type Viewer } from './need-to-know.ts';
import { isSealed, readTexts, type Seen, safeguardingExposure, type TextExposure } from './texts.ts';

/**
 * The data of an event as an officer sees it, or undefined when the officer may not know that it happened. A sealed text
 * that is not for this officer is replaced by the fact that there is one, wherever in the data it stands.
 */
export function eventDataView(event: SystemEvent, viewer: Viewer): Seen | undefined {
  const { subjects: _subjects, ...data } = event.data;
  const system = systemOf(event);
  if ('code' in data) return flagEventView(data.code, data, { viewer, system, alleged: isAlleged(event) });
  return readTexts(data, {
    sealed: text => (mayRead(viewer, text, system) ? detailOf(text) : 'withheld'),
    phrase: phrase => safeguardingExposure(phrase, viewer, system),
  });
}

/** What everybody who may know of a flag reads in an event about it; all else is how it came about. */
const instructionOnly = new Set(['code', 'tenancyReference', 'reviewDue', 'until']);

/** Who looks at what a system said of a flag, and whether it is only alleged. */
interface Looking {
  viewer: Viewer;
  system: string;
  alleged: boolean;
}

function flagEventView(code: FlagCode, data: object, { viewer, system, alleged }: Looking): Seen | undefined {
  if (!maySeeFlag(viewer, code)) return undefined;
  const phrase = () => 'nothing-personal' as const;
  if (!maySeeBasis(viewer, { code, ...(alleged && { state: 'pending-approval' }) })) {
    const instructions = Object.entries(data).filter(
      ([name, value]) => instructionOnly.has(name) || isSealed(value),
    );
    return readTexts(Object.fromEntries(instructions), { sealed: () => 'withheld', phrase });
  }
  const sealed = (text: SealedText) => {
    if (!mayReadBasis(viewer, code, text, system)) return 'withheld';
    return saysNothingOfPeople(text) ? 'nothing-personal' : 'flag-basis';
  };
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

/** What was found of a home says nothing of anybody, so that whoever works there reads it without being written down. */
export function saysNothingOfPeople({ classification, finding }: Omit<SealedText, 'text'>): boolean {
  return classification === 'operational' || (classification === 'personal' && finding === true);
}

function detailOf(text: SealedText): TextExposure {
  if (saysNothingOfPeople(text)) return 'nothing-personal';
  return text.classification === 'personal' ? 'personal-text' : 'special-category-text';
}
