import type { WriteStream } from 'node:tty';
import type { Progress } from './import.ts';

const millisecondsBetween = 200;

/** Makes the teller of progress: one line of a terminal, written over and over, and nothing where there is no terminal. */
export function makeProgress(terminal: Pick<WriteStream, 'isTTY' | 'write'>, milliseconds: () => number) {
  const began = milliseconds();
  let shownAt = -millisecondsBetween;
  return (done: Progress): void => {
    const now = milliseconds();
    const isLast = done.step === 'writing' && done.rows === done.of;
    if (!terminal.isTTY || (now - shownAt < millisecondsBetween && !isLast)) return;
    shownAt = now;
    terminal.write(`\r\x1b[K${progressLine(done, (now - began) / 1000)}${isLast ? '\n' : ''}`);
  };
}

/** `12,300 of 60,000 rows written (20 %), 2,050 a second`. */
export function progressLine(done: Progress, seconds: number): string {
  const count = (rows: number) => rows.toLocaleString('en-GB');
  if (done.step === 'checking') return `${count(done.rows)} rows checked`;
  const percent = done.of === 0 ? 100 : Math.floor((100 * done.rows) / done.of);
  const rate = seconds > 0 ? `, ${count(Math.round(done.rows / seconds))} a second` : '';
  return `${count(done.rows)} of ${count(done.of)} rows written (${percent} %)${rate}`;
}
