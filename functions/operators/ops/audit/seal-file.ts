import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type Seal, sealSchema } from '../../../shell/tables/audit/seal.ts';
import type { SealFile } from './verify.ts';

/** The seals in a file, one a line; there are none where the file is not there yet. */
export function sealFileAt(path: string): SealFile {
  return {
    read() {
      if (!existsSync(path)) return [];
      const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
      return lines.map((line, index) => sealIn(line, `${path}, line ${index + 1}`));
    },
    append: seals => appendFileSync(path, seals.map(seal => `${JSON.stringify(seal)}\n`).join('')),
  };
}

function sealIn(line: string, where: string): Seal {
  try {
    return sealSchema.parse(JSON.parse(line));
  } catch {
    throw new Error(`${where} is no seal of a day: give the file as audit-verify wrote it`);
  }
}
