import type { SystemManifest } from './contract.ts';
import { adapters } from './registry.ts';

/** What the infrastructure needs to know of every source system. */
export const manifests: readonly SystemManifest[] = adapters.map(adapter => adapter.manifest);
