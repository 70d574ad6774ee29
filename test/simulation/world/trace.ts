import { hashOf } from './random.ts';

/** What happened, line by line, in plain words. */
export interface Trace {
  /** Says what happens; the time is put before it. */
  say(line: string): void;
  readonly lines: readonly string[];
  /** Tells one trace from another: two with the same digest are the same. */
  digest(): string;
}

/** Makes an empty trace. @param now the present time in milliseconds */
export function makeTrace(now: () => number): Trace {
  const lines: string[] = [];
  let digest = 0;
  return {
    lines,
    say(line) {
      const at = now();
      lines.push(`${at} ${line}`);
      digest = (Math.imul(digest, 31) + hashOf(line) + Math.floor(at)) | 0;
    },
    digest: () => `${lines.length}-${(digest >>> 0).toString(16)}`,
  };
}

/** A line of a trace as it is shown: with its time to be read. */
export function shownLine(line: string): string {
  const space = line.indexOf(' ');
  const at = new Date(Number(line.slice(0, space)));
  return `${at.toISOString().slice(0, 23).replace('T', ' ')} ${line.slice(space + 1)}`;
}
