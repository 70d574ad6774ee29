import { type Zipped, zipOf } from './zip.ts';

/** A cell as a team has it: a text, a number, a date (as Excel counts days), or a number shown with zeros before it. */
export type Cell = string | number | { day: number } | { padded: number } | undefined;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What a workbook is made of; a test replaces the part that it is about. */
function partsOfWorkbook(rows: readonly (readonly Cell[])[]): Zipped[] {
  const strings = [...new Set(rows.flat().filter(cell => typeof cell === 'string'))];
  const xml = (name: string, content: string) => ({
    name,
    content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`,
  });
  return [
    xml(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    xml(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Notes" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Empty" sheetId="2" r:id="rId1"/><sheet name="Sheet" sheetId="3" r:id="rId2"/></sheets></workbook>`,
    ),
    xml(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    xml(
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="00000000"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    xml('xl/sharedStrings.xml', `<sst xmlns="${main}">${strings.map(stringOf).join('')}</sst>`),
    xml(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData><row r="2"/></sheetData></worksheet>`,
    ),
    xml('xl/worksheets/sheet2.xml', sheetOf(rows, strings)),
  ];
}

/** An .xlsx workbook: first a hidden sheet, then an empty one, then these rows. */
export function workbookOf(rows: readonly (readonly Cell[])[]): Buffer {
  return zipOf(partsOfWorkbook(rows));
}

/** A workbook with another part in the place of one of its own. */
export function workbookWith(rows: readonly (readonly Cell[])[], part: Zipped): Buffer {
  return zipOf([...partsOfWorkbook(rows).filter(({ name }) => name !== part.name), part]);
}

/** A sheet as it stands in a workbook. */
export function sheetOf(rows: readonly (readonly Cell[])[], strings: readonly string[] = []): string {
  const lines = rows.map((cells, row) => {
    const written = cells
      .map((cell, column) => cellOf(cell, `${lettersOf(column)}${row + 1}`, strings))
      .join('');
    return written === '' ? '' : `<row r="${row + 1}">${written}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, r: string, strings: readonly string[]): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return `<c r="${r}" t="s"><v>${strings.indexOf(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  return 'day' in cell
    ? `<c r="${r}" s="1"><v>${cell.day}</v></c>`
    : `<c r="${r}" s="2"><v>${cell.padded}</v></c>`;
}

function stringOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '_x000D_');
  return `<si><t xml:space="preserve">${escaped}</t></si>`;
}

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}
