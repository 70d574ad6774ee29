import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A line a function wrote. */
export interface LogLine {
  readonly functionName: string;
  readonly line: string;
}

/** Collects what functions write, apart from the runner's own output. */
export interface FunctionLogs {
  write(functionName: string, line: string): void;
  /** The latest lines, oldest first. */
  lines(): readonly LogLine[];
  close(): Promise<void>;
}

/** Enough to see what went wrong; a log file keeps everything. */
const KEPT_LINES = 20_000;

/**
 * Makes a collector.
 *
 * @param file where to append every line as well, if anywhere
 */
export function createFunctionLogs(file?: string): FunctionLogs {
  const kept: LogLine[] = [];
  const stream = file === undefined ? undefined : createWriteStream(file, { flags: 'a' });
  return {
    write(functionName, line) {
      kept.push({ functionName, line });
      if (kept.length > KEPT_LINES) kept.shift();
      stream?.write(`${functionName} ${line}\n`);
    },
    lines: () => [...kept],
    async close() {
      if (stream === undefined) return;
      stream.end();
      await finished(stream);
    },
  };
}
