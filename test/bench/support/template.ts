import { type Resource, readAssembly, resolveStacks } from '@infra/local/template';
import type { BenchContext } from '../bench.ts';

/** The synthesised template as it would be deployed, with made-up parameters and addresses. */
export interface Template {
  resources: readonly Resource[];
  /** The folder behind each asset's object key. */
  assets: ReadonlyMap<string, string>;
}

/** Reads the synthesised template. */
export async function readTemplate(context: BenchContext): Promise<Template> {
  const { stacks, assets } = await readAssembly(await context.synthesised());
  const { resources } = resolveStacks(stacks, {
    parameters: { OidcIssuer: 'https://issuer.example', OidcAudiences: 'lintel' },
    endpoints: { sqs: 'http://127.0.0.1', api: 'http://127.0.0.1' },
  });
  return { resources, assets };
}
