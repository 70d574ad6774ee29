import { meaningOf } from '../kit/meaning.ts';
import { type Reading, read, unread } from '../kit/reading.ts';
import { type DescribedPriority, landlordPriorities, type Priority } from './landlord-priorities.ts';
import type { WorkOrderMessage } from './vendor.ts';

/** HACT's WorkPriorityCode, for a number that comes without words. */
export const priorities: Readonly<Record<string, Priority>> = {
  '1': 'emergency',
  '2': 'high',
  '3': 'medium',
  '4': 'low',
  '5': 'deferred',
};

/** What a number with words means: in HACT's own words, and in the landlord's. */
const described: readonly DescribedPriority[] = [
  { code: '1', word: 'EMERGENCY', means: 'emergency' },
  { code: '2', word: 'HIGH', means: 'high' },
  { code: '3', word: 'MEDIUM', means: 'medium' },
  { code: '4', word: 'LOW', means: 'low' },
  { code: '5', word: 'DEFERRED', means: 'deferred' },
  ...landlordPriorities,
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
