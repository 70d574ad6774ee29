import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalHub, LocalHubOptions } from '../../../infra/local/hub.ts';
import { startLocalHub } from '../../../infra/local/start-local-hub.ts';
import { synthesise } from '../../../infra/local/synthesise.ts';

/** The sample app, running; stopping it removes what was synthesised as well. */
export interface SampleHub extends LocalHub {
  readonly outDir: string;
}

/**
 * Synthesises the sample app to a temporary folder and starts it.
 *
 * @param options anything but the folder and the parameters
 */
export async function startSampleHub(options: Partial<LocalHubOptions> = {}): Promise<SampleHub> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'local-runner-'));
  await synthesise({ outDir, app: path.join(import.meta.dirname, 'app.ts') });
  const hub = await startLocalHub({
    outDir,
    parameters: ({ issuerUrl }) => ({ OidcIssuer: issuerUrl }),
    clients: [{ id: 'reader', secret: 'open-sesame', scopes: ['things:read', 'things:write'] }],
    ...options,
  });
  const stop = async (): Promise<void> => {
    await hub.stop();
    await rm(outDir, { recursive: true });
  };
  return { ...hub, outDir, stop };
}
