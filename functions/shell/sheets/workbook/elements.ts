import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { NotASheet } from '../not-a-sheet.ts';

/** What is told of an XML part as it is read; names are without their prefix, `row` for `x:row`. */
export interface Listener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Takes an XML part as it arrives. Entities of its own are never expanded. */
export interface ElementReader {
  write(piece: string): void;
  end(): void;
}

/** Makes the reader of one part. @throws {NotASheet} from `write` and `end` where it is not well-formed. */
export function makeElementReader(listener: Listener): ElementReader {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new NotASheet('The workbook is damaged: open it and save it again as .xlsx');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const own = Object.entries(attributes).map(([key, value]) => [localPart(key), value]);
    listener.open(localPart(name), Object.fromEntries(own));
  });
  parser.on('closetag', ({ name }) => listener.close?.(localPart(name)));
  parser.on('text', text => listener.text?.(text));
  parser.on('cdata', text => listener.text?.(text));
  return {
    write: piece => {
      parser.write(piece);
    },
    end: () => {
      parser.close();
    },
  };
}

/** Reads a whole part. */
export async function readElements(text: AsyncIterable<string>, listener: Listener): Promise<void> {
  const reader = makeElementReader(listener);
  for await (const piece of text) reader.write(piece);
  reader.end();
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
