/** How many of a system's functions may run at once. */
export interface SystemShares {
  receive: number;
  files: number;
  deliver: number;
}

/** What AWS demands that no function has for itself. */
const leastUnreserved = 100;
/** What a system's queues feed at once: with less, they would be throttled by it. */
const least = { receive: 10, files: 4, deliver: 10 } satisfies SystemShares;

/**
 * What each system has for itself of half the account's functions, so that one that floods the hub is throttled alone: its
 * senders are told 503 and its queues wait, while officers, records and the other systems go on.
 * @param accountConcurrency how many functions may run at once in the account; undefined where nobody has a share
 * @throws {Error} when that is too few for so many systems
 */
export function systemShares(
  accountConcurrency: number | undefined,
  systems: number,
): SystemShares | undefined {
  if (accountConcurrency === undefined || systems === 0) return undefined;
  const each = Math.floor(accountConcurrency / 2 / systems);
  const shares = {
    receive: Math.floor(each * 0.7),
    files: Math.floor(each * 0.1),
    deliver: Math.floor(each * 0.2),
  };
  const isEnough =
    accountConcurrency / 2 >= leastUnreserved &&
    shares.receive >= least.receive &&
    shares.files >= least.files &&
    shares.deliver >= least.deliver;
  if (isEnough) return shares;
  throw new Error(
    `accountConcurrency is ${accountConcurrency}, too few for ${systems} systems: have AWS raise the account's limit, or give none`,
  );
}
