import { type Instant, instantOf } from '../../schemas/reference.ts';

/** However long a receiver asks for: a warning must not lie for a day because somebody wrote milliseconds. */
const longestMilliseconds = 60 * 60 * 1000;

/** `Sun, 06 Nov 1994 08:49:37 GMT`: the one form of a date that RFC 9110 lets a server write. */
const imfFixdate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): whole seconds or a date.
 * @returns the instant, never before `at` and at most an hour after it; undefined when there is none to be read.
 */
export function retryAfter(header: string | null, at: Instant): Instant | undefined {
  const text = header?.trim() ?? '';
  const present = Date.parse(at);
  const asked = /^\d+$/.test(text)
    ? present + Number(text) * 1000
    : imfFixdate.test(text)
      ? Date.parse(text)
      : Number.NaN;
  if (Number.isNaN(asked)) return undefined;
  return instantOf(Math.min(Math.max(asked, present), present + longestMilliseconds));
}
