import { Logger } from '@aws-lambda-powertools/logger';
import { processIfAny } from './process.ts';

const levels = ['info', 'warn', 'error'] as const;
type Write = (message: string, fields: Record<string, unknown>) => void;

/**
 * Has what functions log go to their world while something runs, in place of where the logger would write it. What is
 * logged outside of every process goes its own way.
 */
export async function listeningToLogs<T>(run: () => Promise<T>): Promise<T> {
  // Of the class: each version of the hub's code has a logger of its own.
  const target = Logger.prototype as unknown as Record<string, Write>;
  const originals = levels.map(level => [level, target[level] as Write] as const);
  for (const [level, original] of originals) {
    target[level] = function (this: Logger, message, fields) {
      const process = processIfAny();
      if (process === undefined) original.call(this, message, fields);
      else process.network.log({ function: process.name, level, message, fields });
    };
  }
  try {
    return await run();
  } finally {
    Object.assign(target, Object.fromEntries(originals));
  }
}
