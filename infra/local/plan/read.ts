import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import type { PlayedType } from '../cfn/resource-types.ts';

/** A resource with its properties checked. */
export interface Read<T> {
  readonly resource: Resource;
  readonly properties: T;
}

/**
 * Picks the resources of some types and checks their properties.
 *
 * @param resources every resource of the app
 * @param types the CloudFormation types to pick
 * @param schema what the runner understands of their properties
 * @throws naming the resource and each property that is missing, malformed or not played
 */
export function readResources<T>(
  resources: readonly Resource[],
  types: readonly PlayedType[],
  schema: z.ZodType<T>,
): Read<T>[] {
  return resources
    .filter(({ type }) => types.includes(type))
    .map(resource => {
      const parsed = schema.safeParse(resource.properties);
      if (parsed.success) return { resource, properties: parsed.data };
      const where = `${resource.stack}/${resource.logicalId} (${resource.type})`;
      throw new Error(`${where} is more than the local runner plays:\n${z.prettifyError(parsed.error)}`);
    });
}

/**
 * Finds the resource an ARN, a physical name or a `Ref` stands for.
 *
 * @param resources every resource of the app
 * @param reference what a property of another resource holds
 * @param type the type it must have
 * @throws when the app has no such resource
 */
export function findReferenced(
  resources: readonly Resource[],
  reference: string,
  ...type: PlayedType[]
): Resource {
  const found = resources.find(
    resource =>
      type.includes(resource.type) &&
      (resource.name === reference ||
        resource.ref === reference ||
        resource.attributes['Arn'] === reference ||
        resource.attributes['StreamArn'] === reference),
  );
  if (found === undefined)
    throw new Error(`nothing of type ${type.join(' or ')} in the app answers to ${reference}`);
  return found;
}
