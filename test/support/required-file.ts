import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Reads a file that somebody has to write by hand.
 * @throws {Error} with its path in the repository and what to do, when it is not there.
 */
export function requiredFile(file: URL, advice: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Error(`${fileURLToPath(file).replace(root, '')} is missing: ${advice}`);
}
