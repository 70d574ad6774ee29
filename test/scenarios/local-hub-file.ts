import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalHub } from '@infra/local';
import * as z from 'zod';

/** Where the synthesised app goes, and beside it the address of the hub that runs it. */
export const outDir = path.join(import.meta.dirname, '../../cdk.out');
const file = path.join(outDir, 'local-hub.json');

const addressSchema = z.object({ apiUrl: z.url(), issuerUrl: z.url() });
type Address = z.infer<typeof addressSchema>;

/** Leaves the address of the running hub for `npm run token` and `npm run ops`; call the answer when the hub ends. */
export function leaveAddress(
  hub: Pick<LocalHub, 'apiUrl' | 'issuerUrl' | 'outputs' | 'endpoints'>,
): () => void {
  const { apiUrl, issuerUrl, outputs, endpoints } = hub;
  mkdirSync(outDir, { recursive: true });
  writeFileSync(file, JSON.stringify({ apiUrl, issuerUrl, outputs, endpoints }));
  return () => rmSync(file, { force: true });
}

/** The address of the running hub, or undefined when none was left. */
export function findAddress(): Address | undefined {
  try {
    return addressSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
