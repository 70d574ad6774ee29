import type { Officer } from '../../scenarios/officer.ts';

/** Which parts of an answer depend on how quickly the hub was, and on how it grouped what it heard. */
const ofTheRun: ReadonlySet<string> = new Set(['version', 'changedAt', 'asOf']);

/** What an officer reads of a home at its door, as text that a reviewer can read line by line. */
export async function readAtTheDoor(officer: Officer, uprn: string): Promise<string> {
  const answer = await officer.property(uprn);
  const text = JSON.stringify(answer, (name, value) => (ofTheRun.has(name) ? undefined : value), 2);
  return `${text}\n`;
}
