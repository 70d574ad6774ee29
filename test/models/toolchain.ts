import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The programs that a model is explored with: spin needs gcc to read its text, and tcc compiles ten times faster. */
const tools = ['spin', 'gcc', 'tcc'] as const;

/** What to install where a program is missing; undefined where nothing is. */
export function missingTools(): string | undefined {
  const missing = tools.filter(tool => !isInstalled(tool));
  if (missing.length === 0) return undefined;
  return `The models need ${missing.join(' and ')}. On Debian, as root: apt-get install spin gcc tcc libc6-dev`;
}

function isInstalled(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some(folder => {
    try {
      accessSync(path.join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
