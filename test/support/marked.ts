import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Renews the part of a document that a command writes: what stands between `<!-- name -->` and `<!-- name end -->`.
 * @param write makes the new part, from the old one
 * @throws {Error} where the document has no such part
 */
export function renewMarked(file: string, name: string, write: (old: string) => string): void {
  const [first, last] = [`<!-- ${name} -->\n`, `<!-- ${name} end -->\n`];
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(first) + first.length, text.indexOf(last)];
  if (!text.includes(first) || to < from) throw new Error(`${file} has no ${first.trim()} … ${last.trim()}`);
  writeFileSync(file, `${text.slice(0, from)}${write(text.slice(from, to))}\n${text.slice(to)}`);
}
