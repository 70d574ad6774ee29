import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { clientOptions } from './options.ts';

/** The client that knows what a stack consists of. */
export function cloudFormationClient(): CloudFormationClient {
  return new CloudFormationClient(clientOptions);
}
