/**
 * Puts the hub's time in place of real time in this thread: `Date.now()`, `new Date()` and
 * `Date()`. Dates made from a value, `performance` and timers are as ever.
 *
 * @param offset the hub's clock: milliseconds to add to real time
 */
export function installHubDate(offset: SharedArrayBuffer): void {
  const RealDate = globalThis.Date;
  const realNow = RealDate.now.bind(RealDate);
  const cell = new BigInt64Array(offset);
  const now = (): number => realNow() + Number(Atomics.load(cell, 0));
  RealDate.now = now;
  const HubDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
  });
  RealDate.prototype.constructor = HubDate;
  globalThis.Date = HubDate;
}
