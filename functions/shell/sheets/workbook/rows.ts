import { NotASheet } from '../not-a-sheet.ts';
import { type CellContext, cellTextOf } from './cell-text.ts';
import { makeElementReader } from './elements.ts';
import { makeText } from './strings.ts';

/** As many as a sheet of Excel has. */
const mostRows = 1_048_576;
/** No sheet of a landlord's comes near it, and what is read of a row is as wide as its last cell. */
const mostColumns = 1_000;

/** Takes the XML of a sheet as it arrives, and gives the rows that are complete: rows and cells it leaves out are blank. */
export function makeSheetReader(context: CellContext) {
  let ready: string[][] = [];
  let number = 0;
  let row: string[] = [];
  let column = 0;
  let cell = { type: 'n', style: 0, value: '' };
  let isValue = false;
  const inline = makeText();

  const openRow = ({ r }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? number + 1 : Number(r);
    if (!(next > number && next <= mostRows)) throw damaged();
    for (; number < next - 1; number += 1) ready.push([]);
    number = next;
    row = [];
    column = 0;
  };
  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
    column = r === undefined ? column + 1 : columnOf(r);
    cell = { type: t, style: Number(s), value: '' };
  };
  const closeCell = () => {
    const written = cell.type === 'inlineStr' ? inline.taken() : cellTextOf(cell, context);
    if (written === '') return;
    if (column > mostColumns)
      throw new NotASheet(
        `Row ${number} has a cell in column ${column}; at most ${mostColumns} columns are read`,
      );
    while (row.length < column - 1) row.push('');
    row[column - 1] = written;
  };
  const reader = makeElementReader({
    open(name, attributes) {
      inline.open(name);
      if (name === 'row') openRow(attributes);
      if (name === 'c') openCell(attributes);
      isValue = name === 'v';
    },
    text(text) {
      inline.text(text);
      if (isValue) cell.value += text;
    },
    close(name) {
      inline.close(name);
      if (name === 'v') isValue = false;
      if (name === 'c') closeCell();
      if (name === 'row') ready.push(row);
    },
  });
  const taken = () => {
    const rows = ready;
    ready = [];
    return rows;
  };
  return {
    write(piece: string): string[][] {
      reader.write(piece);
      return taken();
    },
    end(): string[][] {
      reader.end();
      return taken();
    },
  };
}

/** 28 of `AB12`. */
function columnOf(reference: string): number {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? [];
  if (letters === undefined) throw damaged();
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function damaged(): NotASheet {
  return new NotASheet('The rows of the workbook are out of order: open it and save it again as .xlsx');
}
