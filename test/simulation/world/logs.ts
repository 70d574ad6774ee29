import { logger } from '../../../functions/shell/logger.ts';
import { processIfAny } from './process.ts';

const levels = ['info', 'warn', 'error'] as const;
type Write = (message: string, fields: Record<string, unknown>) => void;

/**
 * Has what functions log go to their world while something runs, in place of where the logger would write it. What is
 * logged outside of every process goes its own way.
 */
export async function listeningToLogs<T>(run: () => Promise<T>): Promise<T> {
  const target = logger as unknown as Record<string, Write>;
  for (const level of levels) {
    const original = target[level] as Write;
    target[level] = (message, fields) => {
      const process = processIfAny();
      if (process === undefined) original.call(logger, message, fields);
      else process.network.log({ function: process.name, level, message, fields });
    };
  }
  try {
    return await run();
  } finally {
    // The instance's own properties hide the methods of its class; without them they are what they were.
    for (const level of levels) Reflect.deleteProperty(target, level);
  }
}
