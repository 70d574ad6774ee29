/** A key that stands in one object of a JSON text twice, and how it was spelt before. */
export interface RepeatedKey {
  key: string;
  before: string;
  /** Where the object is: names and places from the top. */
  path: readonly (string | number)[];
  /** From where to where in the text the entry of the outermost array is in which it is; the whole text where there is none. */
  within: readonly [number, number];
}

/** An object that is being read: the keys met, by their small letters, and the present one. */
interface OpenObject {
  met: Map<string, string>;
  at: string;
  expectsKey: boolean;
}
/** An array that is being read: the place of the present entry, and where in the text that begins. */
interface OpenArray {
  at: number;
  from: number;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/gs;
const mostFound = 20;

/**
 * The keys that are in one object more than once, in capitals or not: whoever wrote the JSON said two things, and readers
 * differ in which of the two they take. `JSON.parse` does not tell. One pass, however long the text.
 * @param text what `JSON.parse` takes
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: (OpenObject | OpenArray)[] = [];
  const keyIn = (object: OpenObject, key: string) => {
    const before = object.met.get(key.toLowerCase());
    if (before !== undefined && found.length < mostFound)
      found.push({
        key,
        before,
        path: open.slice(0, -1).map(({ at }) => at),
        within: entryOf(open[0], text),
      });
    object.met.set(key.toLowerCase(), key);
    Object.assign(object, { at: key, expectsKey: false });
  };
  for (const { 0: part, index } of text.matchAll(token)) {
    const innermost = open.at(-1);
    if (part === '{') open.push({ met: new Map(), at: '', expectsKey: true });
    else if (part === '[') open.push({ at: 0, from: index + 1 });
    else if (part === '}' || part === ']') open.pop();
    else if (part === ',') goOn(innermost, index + 1);
    else if (awaitsKey(innermost)) keyIn(innermost, textOf(part));
    if (endsEntry(part, open.length)) endEntry(found, index);
  }
  return found;
}

function awaitsKey(innermost: OpenObject | OpenArray | undefined): innermost is OpenObject {
  return innermost !== undefined && 'met' in innermost && innermost.expectsKey;
}

/** Whether what is written ends an entry of the outermost array, as a comma in it or its bracket does. */
function endsEntry(part: string, depth: number): boolean {
  return (depth === 1 && part === ',') || (depth === 0 && part === ']');
}

function goOn(innermost: OpenObject | OpenArray | undefined, from: number): void {
  if (innermost === undefined) return;
  if ('met' in innermost) innermost.expectsKey = true;
  else Object.assign(innermost, { at: innermost.at + 1, from });
}

function textOf(written: string): string {
  return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
}

const noEnd = Number.MAX_SAFE_INTEGER;

function entryOf(outermost: OpenObject | OpenArray | undefined, text: string): [number, number] {
  return outermost === undefined || 'met' in outermost ? [0, text.length] : [outermost.from, noEnd];
}

/** Says where the entries end in which keys were found. */
function endEntry(found: RepeatedKey[], end: number): void {
  for (const [index, one] of found.entries())
    if (one.within[1] === noEnd) found[index] = { ...one, within: [one.within[0], end] };
}
