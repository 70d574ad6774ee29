import { writeFileSync } from 'node:fs';

/** Writes a file that is not there yet, for its owner alone. @throws {Error} from the writer when it is. */
export function newFileAt(path: string): (text: string) => void {
  return text => writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
}
