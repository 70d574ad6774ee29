/** Anything of the template that has a name. */
export interface Named {
  readonly logicalId: string;
  readonly name: string;
}

/** The eight characters CDK adds to a logical id. */
const HASH = /[0-9A-F]{8}$/;

/**
 * Finds a resource by its physical name, its logical id, or its logical id without CDK's hash.
 *
 * @param candidates where to look
 * @param key what the caller calls it
 * @param kind what it is, for the message
 * @throws listing what there is, when none or more than one answers to the key
 */
export function findNamed<T extends Named>(candidates: readonly T[], key: string, kind: string): T {
  const exact = candidates.filter(({ logicalId, name }) => logicalId === key || name === key);
  const found =
    exact.length > 0 ? exact : candidates.filter(({ logicalId }) => logicalId.replace(HASH, '') === key);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = candidates.map(({ name }) => name).join(', ');
  throw new Error(
    `${found.length === 0 ? 'no' : 'more than one'} ${kind} is called ${key}; there is ${names || 'none'}`,
  );
}
