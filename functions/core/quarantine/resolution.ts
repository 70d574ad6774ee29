/** A request to resolve: its idempotency key, and what it says as one short text. */
export interface ResolutionRequest {
  key: string;
  fingerprint: string;
}

interface Resolvable<R> {
  state: string;
  resolutions: readonly R[];
}

/**
 * What becomes of a request to resolve something in quarantine. One resolution is taken while it waits; the same again,
 * by its idempotency key at any time or in the same words while it stands, has the same answer; any other is a conflict.
 */
export function decide<R extends { request?: ResolutionRequest | undefined }>(
  { state, resolutions }: Resolvable<R>,
  { key, fingerprint }: ResolutionRequest,
): { is: 'new' } | { is: 'repeated'; resolution: R } | { is: 'conflict' } {
  const sameKey = resolutions.find(({ request }) => request?.key === key);
  const standing = state === 'waiting' ? undefined : resolutions.at(-1);
  const earlier = sameKey ?? standing;
  if (earlier === undefined) return { is: 'new' };
  return earlier.request?.fingerprint === fingerprint
    ? { is: 'repeated', resolution: earlier }
    : { is: 'conflict' };
}
