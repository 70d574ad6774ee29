import { type CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';

/**
 * The outputs of a hub by name: those of its stack, of the one that holds what is kept, and of each system's, which are all
 * called as the hub and more. A system that is in no list any more is among them as long as its stack is there.
 * @throws {Error} when there is no such hub
 */
export async function hubOutputs(client: CloudFormationClient, hub: string): Promise<Record<string, string>> {
  const outputs: Record<string, string> = {};
  let isThere = false;
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
    for (const { StackName = '', Outputs = [] } of Stacks) {
      if (StackName === hub) isThere = true;
      else if (!StackName.startsWith(`${hub}-`)) continue;
      for (const { OutputKey = '', OutputValue = '' } of Outputs) outputs[OutputKey] = OutputValue;
    }
  }
  if (isThere) return outputs;
  throw new Error(`There is no stack ${hub} in this account and region`);
}
