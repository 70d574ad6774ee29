import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { planFunctions } from '@infra/local/template';
import type { Template } from './template.ts';

/** A bundle as it is deployed, with the environment of one of the functions that run it. */
export interface DeployedBundle {
  name: string;
  file: string;
  environment: Readonly<Record<string, string>>;
  bytes: number;
  gzip: number;
}

/** Every bundle of the template. */
export function deployedBundles({ resources, assets }: Template): DeployedBundle[] {
  const byFolder = new Map(planFunctions(resources, assets).map(plan => [plan.codeFolder, plan]));
  return [...byFolder].map(([folder, { environment }]) =>
    deployedBundle(environment['POWERTOOLS_SERVICE_NAME'] ?? folder, folder, environment),
  );
}

/** A bundle as it lies in a folder. */
export function deployedBundle(
  name: string,
  folder: string,
  environment: DeployedBundle['environment'],
): DeployedBundle {
  const file = path.join(folder, 'index.mjs');
  const code = readFileSync(file);
  return { name, file, environment, bytes: code.byteLength, gzip: gzipSync(code).byteLength };
}
