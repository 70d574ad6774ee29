import { NotASheet } from '../not-a-sheet.ts';
import type { Archive } from './archive.ts';
import { readElements } from './elements.ts';

/** Where the parts of a workbook are that say what its cells show. */
export interface Parts {
  /** The sheets that are shown, in their order. */
  sheets: string[];
  strings?: string;
  styles?: string;
  /** Whether days are counted from 1904, as Excel on a Macintosh did. */
  from1904: boolean;
}

const workbook = 'xl/workbook.xml';
const relations = 'xl/_rels/workbook.xml.rels';

/** Reads which parts a workbook has. @throws {NotASheet} where it shows no sheet. */
export async function partsOf(archive: Archive): Promise<Parts> {
  const targets = new Map<string, string>();
  const byKind = new Map<string, string>();
  await readElements(archive.read(relations), {
    open(name, { Id: id, Type: type = '', Target: target }) {
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      targets.set(id, pathOf(target));
      byKind.set(type.slice(type.lastIndexOf('/') + 1), pathOf(target));
    },
  });
  const sheets: string[] = [];
  let from1904 = false;
  await readElements(archive.read(workbook), {
    open(name, { id, state = 'visible', date1904 }) {
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const path = name === 'sheet' && state === 'visible' ? targets.get(id ?? '') : undefined;
      if (path !== undefined && archive.has(path)) sheets.push(path);
    },
  });
  if (sheets.length === 0) throw new NotASheet('The workbook shows no sheet');
  const [strings, styles] = [byKind.get('sharedStrings'), byKind.get('styles')];
  return {
    sheets,
    from1904,
    ...(strings !== undefined && { strings }),
    ...(styles !== undefined && { styles }),
  };
}

/** A target is named from `xl/`, or from the root of the archive. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
