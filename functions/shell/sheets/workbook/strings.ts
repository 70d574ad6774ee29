import { NotASheet } from '../not-a-sheet.ts';
import { readElements } from './elements.ts';

/** What all the different texts of a workbook may have together: they are held while its sheet is read. */
const mostCharacters = 50_000_000;

/** The texts that cells name by number: each once, however many cells have it. */
export async function sharedStrings(text: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  const current = makeText();
  let characters = 0;
  await readElements(text, {
    open: current.open,
    text: current.text,
    close(name) {
      current.close(name);
      if (name !== 'si') return;
      const string = current.taken();
      characters += string.length;
      if (characters > mostCharacters)
        throw new NotASheet('The workbook holds too much text: send it as CSV');
      strings.push(string);
    },
  });
  return strings;
}

/**
 * Gathers the text of a string, which may be of several parts in different fonts (`r`); how a Japanese word is pronounced
 * (`rPh`) is none of it.
 */
export function makeText() {
  let parts: string[] = [];
  let isText = false;
  let isPronounced = false;
  return {
    open(name: string) {
      if (name === 'rPh') isPronounced = true;
      isText = name === 't' && !isPronounced;
    },
    close(name: string) {
      if (name === 'rPh') isPronounced = false;
      if (name === 't') isText = false;
    },
    text(text: string) {
      if (isText) parts.push(text);
    },
    /** What was gathered since it was last asked. */
    taken(): string {
      const text = unescaped(parts.join(''));
      parts = [];
      return text;
    },
  };
}

/** Excel writes what XML cannot as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
