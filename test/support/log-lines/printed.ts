import { vi } from 'vitest';
import { logger } from '../../../functions/shell/logger.ts';

/** What the logger prints while that runs, parsed: the very JSON that CloudWatch Logs gets. */
export async function printedBy(run: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const printed: string[] = [];
  const take = (text: string | Uint8Array) => {
    printed.push(String(text));
    return true;
  };
  const spies = [process.stdout, process.stderr].map(stream =>
    vi.spyOn(stream, 'write').mockImplementation(take),
  );
  const level = logger.getLevelName();
  logger.setLogLevel('INFO');
  try {
    await run();
  } finally {
    logger.setLogLevel(level);
    for (const spy of spies) spy.mockRestore();
  }
  return printed.map(line => JSON.parse(line));
}
