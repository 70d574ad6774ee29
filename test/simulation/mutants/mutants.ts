import { commit } from './groups/commit.ts';
import { deliver } from './groups/deliver.ts';
import { drift } from './groups/drift.ts';
import { files } from './groups/files.ts';
import { fold } from './groups/fold.ts';
import { move } from './groups/move.ts';
import { officers } from './groups/officers.ts';
import { quarantine } from './groups/quarantine.ts';
import { record } from './groups/record.ts';
import { relay } from './groups/relay.ts';
import { tables } from './groups/tables.ts';
import { texts } from './groups/texts.ts';
import { webhook } from './groups/webhook.ts';
import type { Mutant } from './mutant.ts';

/** Every way to break the hub that is tried. */
export const mutants: readonly Mutant[] = [
  ...[...commit, ...tables, ...record, ...fold, ...move],
  ...[...relay, ...deliver, ...webhook, ...drift],
  ...[...files, ...quarantine, ...officers, ...texts],
];
