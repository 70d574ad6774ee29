import type { EventOf } from '../../../schemas/catalogue.ts';

export type Priority = EventOf<'housing.repair.raised.v1'>['data']['priority'];

/** A number and a word of its description, as the landlord's front end sends them together, and what they mean. */
export interface DescribedPriority {
  code: string;
  word: string;
  means: Priority;
}

/**
 * Configuration: the landlord's own priorities. The numbers look like HACT's and mean other things: 2 EMERGENCY is not
 * HACT's 2. Each landlord puts its own rows here; a pair that is not among them is refused by name, with those there are.
 */
export const landlordPriorities: readonly DescribedPriority[] = [
  { code: '1', word: 'IMMEDIATE', means: 'emergency' },
  { code: '2', word: 'EMERGENCY', means: 'emergency' },
  { code: '3', word: 'URGENT', means: 'high' },
  { code: '4', word: 'NORMAL', means: 'medium' },
  { code: '9', word: 'PLANNED', means: 'deferred' },
];
