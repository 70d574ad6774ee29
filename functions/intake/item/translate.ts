import type { Adapter, EventDraft, HappenedAt, Problem } from '../../adapters/contract.ts';
import { maximumKeptBytes } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { NumberedItem } from './numbered-item.ts';
import { pointerOf, problemsOf } from './problems.ts';

/** An item in the shared language, or what is wrong with it; either way under its number. */
export type TranslatedItem = NumberedItem &
  ({ drafts: EventDraft[] } | { problems: Problem[]; isForSender?: false });

/**
 * Checks an item against the vendor's own shape and translates it; everything that is wrong is reported at once.
 * @param heard stands for the time of what bears none, where its adapter allows that
 */
export function translate(
  numbered: NumberedItem,
  adapter: Pick<Adapter, 'itemSchema' | 'inbound'>,
  heard?: HappenedAt,
): TranslatedItem {
  if (numbered.problems !== undefined) return { ...numbered, problems: numbered.problems };
  const bytes = Buffer.byteLength(JSON.stringify(numbered.item));
  if (bytes > maximumKeptBytes) return { ...numbered, problems: [tooLarge(bytes)] };
  const damaged = damagedMembers(numbered.item);
  if (damaged.length > 0) return { ...numbered, problems: damaged.map(damagedText) };
  const parsed = adapter.itemSchema.safeParse(numbered.item);
  if (!parsed.success) return { ...numbered, problems: problemsOf(parsed.error, numbered.item) };
  const translation = adapter.inbound(parsed.data, heard);
  return translation.ok
    ? { ...numbered, drafts: translation.events }
    : { ...numbered, ...(({ ok: _not, ...why }) => why)(translation) };
}

/**
 * Pointers to the members in whose text a character was replaced, because it was decoded by another charset than its own. A
 * member whose own name was damaged is one that nobody reads.
 */
function damagedMembers(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return value.includes('\ufffd') ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    damagedMembers(member, `${pointer}${pointerOf([name])}`),
  );
}

function damagedText(path: string): Problem {
  return {
    path,
    message: 'The text was damaged before it came here: U+FFFD stands for a character that is lost',
    expected: 'the text in UTF-8; or a file with the charset that it is in',
  };
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
