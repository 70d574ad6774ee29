import type { EventOf } from '../../../schemas/catalogue.ts';
import { meaningOf } from '../kit/meaning.ts';
import { type Reading, read, unread } from '../kit/reading.ts';
import type { WorkOrderMessage } from './vendor.ts';

type Priority = EventOf<'housing.repair.raised.v1'>['data']['priority'];

/** HACT's WorkPriorityCode, for a number that comes without words. */
export const priorities: Readonly<Record<string, Priority>> = {
  '1': 'emergency',
  '2': 'high',
  '3': 'medium',
  '4': 'low',
  '5': 'deferred',
};

/**
 * What a number with words means: HACT's own, and this landlord's, whose numbers look the same and mean other things. A
 * landlord with other numbers has its own rows here; what is not among them is refused by name.
 */
const described: readonly { code: string; word: string; means: Priority }[] = [
  { code: '1', word: 'EMERGENCY', means: 'emergency' },
  { code: '2', word: 'HIGH', means: 'high' },
  { code: '3', word: 'MEDIUM', means: 'medium' },
  { code: '4', word: 'LOW', means: 'low' },
  { code: '5', word: 'DEFERRED', means: 'deferred' },
  { code: '1', word: 'IMMEDIATE', means: 'emergency' },
  { code: '2', word: 'EMERGENCY', means: 'emergency' },
  { code: '3', word: 'URGENT', means: 'high' },
  { code: '4', word: 'NORMAL', means: 'medium' },
  { code: '9', word: 'PLANNED', means: 'deferred' },
];

/** A job's priority. The number alone is HACT's; with words, such as `2 [E] EMERGENCY`, both have to be known together. */
export function priorityOf(priority: WorkOrderMessage['priority']): Reading<Priority> {
  const words = priority?.priorityDescription;
  if (priority === undefined || words === undefined)
    return meaningOf(priorities, priority?.priorityCode, '/priority/priorityCode');
  const { priorityCode: code } = priority;
  const said = new Set(words.toUpperCase().match(/[A-Z]+/g));
  const known = described.find(one => one.code === code && said.has(one.word));
  if (known !== undefined) return read(known.means);
  return unread({
    path: '/priority/priorityDescription',
    message: `The priority “${code}” with these words is not known`,
    expected: `one of ${described.map(one => `${one.code} ${one.word}`).join(', ')}`,
    received: code,
  });
}
