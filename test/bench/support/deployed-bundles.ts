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

/** Every bundle of the template once, however many systems run it. */
export function deployedBundles({ resources, assets }: Template): DeployedBundle[] {
  const byFolder = new Map(planFunctions(resources, assets).map(plan => [plan.codeFolder, plan]));
  return [...byFolder].map(([folder, { environment }]) => {
    const file = path.join(folder, 'index.mjs');
    const code = readFileSync(file);
    const { POWERTOOLS_SERVICE_NAME = folder, SYSTEM = '' } = environment;
    const name = POWERTOOLS_SERVICE_NAME.replace(`-${SYSTEM}`, '');
    return { name, file, environment, bytes: code.byteLength, gzip: gzipSync(code).byteLength };
  });
}
