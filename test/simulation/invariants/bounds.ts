import { each, type Invariant } from './invariant.ts';

/** An invocation of the hub's functions, with retries and whatever befalls it. */
const mostCalls = 2_000;

export const callsAreBounded: Invariant = {
  name: 'calls are bounded',
  says: 'No invocation makes more calls than a batch can need.',
  breaches: ({ hub: { world } }) =>
    each(world.longest, ([name, calls]) => (calls > mostCalls ? `${name} made ${calls} calls` : undefined)),
};
