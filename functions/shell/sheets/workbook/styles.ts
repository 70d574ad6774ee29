import { readElements } from './elements.ts';

/** How a number is shown: as a date, with zeros before it, or as it is. */
export type Shown = { as: 'date' } | { as: 'number'; digits: number };

/** Excel's own formats for dates and days' times (ECMA-376, 18.8.30); 27 to 36 and 50 to 58 are those of East Asia. */
const builtInDates = [
  [14, 22],
  [27, 36],
  [50, 58],
] as const;

/** How the numbers of each style are shown, by the style's number. */
export async function stylesOf(text: AsyncIterable<string>): Promise<Shown[]> {
  const codes = new Map<string, string>();
  const styles: Shown[] = [];
  let isOfCells = false;
  await readElements(text, {
    open(name, { numFmtId: id = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(id, formatCode);
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) styles.push(shownBy(Number(id), codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles;
}

function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    const isDate = builtInDates.some(([first, last]) => id >= first && id <= last);
    return isDate ? { as: 'date' } : { as: 'number', digits: 0 };
  }
  if (/^0+$/.test(code)) return { as: 'number', digits: code.length };
  return isDateCode(code) ? { as: 'date' } : { as: 'number', digits: 0 };
}

/** A format of days or hours, beside what it quotes, escapes or has in brackets; `[h]:mm` is how long something took. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '');
  return !/\[(?:h+|m+|s+)\]/i.test(bare) && /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, ''));
}
