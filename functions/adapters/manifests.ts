import type { SystemManifest } from './contract.ts';
import { adapters } from './registry.ts';

/** What is to be known of each system. In a bundle it stands as data, without the adapters that it comes from (`infra/bundles.ts`). */
export const manifests: readonly SystemManifest[] = adapters.map(({ manifest }) => manifest);
