const titles: Readonly<Record<string, string>> = {
  400: 'Wrong parameters',
  403: 'Not for this team',
  404: 'Nothing of that id',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'The request is wrong',
  428: 'Which version?',
  500: 'The hub failed',
  503: 'Not now',
};
/** The statuses whose problems name every wrong field. */
const naming: ReadonlySet<string> = new Set(['400', '422']);

/**
 * An example of an answer that is a problem, in its endpoint’s own words for it.
 * @throws {Error} for a status without a title: give it one here.
 */
export function problemExample(status: string, detail: string) {
  const title = titles[status];
  if (title === undefined)
    throw new Error(`Give problems of status ${status} a title in openapi/problem-examples.ts`);
  const errors = [{ path: 'until', message: 'The day has to be after 2025-06-02' }];
  return {
    type: 'about:blank',
    status: Number(status),
    title,
    detail,
    ...(naming.has(status) && { errors }),
  };
}
