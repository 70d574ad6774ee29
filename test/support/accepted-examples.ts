import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../schemas/examples/', import.meta.url);

/** The accepted example of every event type, as committed. */
export function acceptedExamples(): Record<string, unknown>[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.accepted.json'))
    .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}
