import type { Invariant } from './invariant.ts';

export const writtenAsRead: Invariant = {
  name: 'written as read',
  says: 'Never, at any step, did anybody write over a record, a file, an item in quarantine or moved events that were not as they had read them.',
  breaches: ({ hub: { world } }) => world.unseen,
};
