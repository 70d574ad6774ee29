import type { Adapter, EventDraft, Problem } from '../../adapters/contract.ts';
import { maximumKeptBytes } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { NumberedItem } from './numbered-item.ts';
import { problemsOf } from './problems.ts';

/** An item in the shared language, or what is wrong with it; either way under its number. */
export type TranslatedItem = NumberedItem & ({ drafts: EventDraft[] } | { problems: Problem[] });

/** Checks an item against the vendor's own shape and translates it; everything that is wrong is reported at once. */
export function translate(
  numbered: NumberedItem,
  adapter: Pick<Adapter, 'itemSchema' | 'inbound'>,
): TranslatedItem {
  if (numbered.problems !== undefined) return { ...numbered, problems: numbered.problems };
  const bytes = Buffer.byteLength(JSON.stringify(numbered.item));
  if (bytes > maximumKeptBytes) return { ...numbered, problems: [tooLarge(bytes)] };
  const parsed = adapter.itemSchema.safeParse(numbered.item);
  if (!parsed.success) return { ...numbered, problems: problemsOf(parsed.error, numbered.item) };
  const translation = adapter.inbound(parsed.data);
  return translation.ok
    ? { ...numbered, drafts: translation.events }
    : { ...numbered, problems: translation.problems };
}

/** What the quarantine could not keep, the hub does not take on. */
function tooLarge(bytes: number): Problem {
  return {
    path: '',
    message: 'The item is too large: send files by reference, not in the message',
    expected: `at most ${maximumKeptBytes} bytes`,
    received: `${bytes} bytes`,
  };
}
