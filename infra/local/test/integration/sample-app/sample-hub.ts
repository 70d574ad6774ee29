import { inject } from 'vitest';
import { type LocalHub, type LocalHubOptions, startLocalHub } from '../../../index.ts';

/**
 * Starts the sample app.
 *
 * @param options anything but the folder
 */
export function startSampleHub(options: Partial<LocalHubOptions> = {}): Promise<LocalHub> {
  return startLocalHub({
    outDir: inject('sampleApp'),
    parameters: ({ issuerUrl }) => ({ OidcIssuer: issuerUrl }),
    clients: [{ id: 'reader', secret: 'open-sesame', scopes: ['things:read', 'things:write'] }],
    ...options,
  });
}
