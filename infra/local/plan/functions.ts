import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { readResources } from './read.ts';

/** A Lambda function to run. */
export interface FunctionPlan {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Folder that holds the bundle. */
  readonly codeFolder: string;
  /** `file.export`, as Lambda writes it. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where what it writes would be kept. */
  readonly logGroup: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** The most invocations at once the template allows, if it says so. */
  readonly reservedConcurrency: number | undefined;
}

const schema = z.object({
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Handler: z.string().regex(/^[\w./-]+\.\w+$/),
  Runtime: z.string().startsWith('nodejs'),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  Layers: z.undefined().optional(),
});

/**
 * Plans the app's functions.
 *
 * @param resources every resource of the app
 * @param assets folder behind each asset's object key
 * @throws when a function has no asset folder, or uses inline code, an image or layers
 */
export function planFunctions(
  resources: readonly Resource[],
  assets: ReadonlyMap<string, string>,
): FunctionPlan[] {
  return readResources(resources, ['AWS::Lambda::Function'], schema).map(({ resource, properties }) => {
    const codeFolder = assets.get(properties.Code.S3Key);
    if (codeFolder === undefined)
      throw new Error(`${resource.logicalId}: no asset folder for ${properties.Code.S3Key}`);
    return {
      logicalId: resource.logicalId,
      name: resource.name,
      arn: resource.attributes['Arn'] ?? '',
      codeFolder,
      handler: properties.Handler,
      environment: properties.Environment?.Variables ?? {},
      logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.name}`,
      timeoutMs: properties.Timeout * 1000,
      memoryMb: properties.MemorySize,
      reservedConcurrency: properties.ReservedConcurrentExecutions,
    };
  });
}
