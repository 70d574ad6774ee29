import type { LogFields, LogLine } from './log-lines.ts';
import { logger } from './logger.ts';

/** Writes a line of the registry with its code and its fields. It is the only way in which functions log. */
export function logLine<Fields extends LogFields>(
  { code, level, message }: LogLine<Fields>,
  fields: NoInfer<Fields>,
): void {
  logger[level](message, { code, ...fields });
}
