import type { Heard } from '../play.ts';
import { counted, eventWords, momentWords } from './words.ts';

/** One thing that the hub heard, on one line: when, from whom, and what it was taken for. */
export function heardLine({ news, events, repeated }: Heard, nameOf: (subject: string) => string): string {
  const said = Map.groupBy(events, ({ id, type }) =>
    [eventWords(type), repeated.has(id) ? ' again' : ''].join(''),
  );
  const words = [...said].map(([what, all]) => {
    const where = counted(all.map(({ subject }) => nameOf(subject)));
    return `${what}: ${where.join(', ')}`;
  });
  return `${momentWords(news.heardAt)}  ${news.system.padEnd(10)}  ${words.join('; ')}`;
}
