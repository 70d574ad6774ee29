import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it, onTestFinished } from 'vitest';
import { stackOutputs } from '../../../../functions/shell/operations/stack-outputs.ts';

it('gives a stack’s outputs by name', async () => {
  const aws = mockClient(CloudFormationClient);
  onTestFinished(() => aws.restore());
  const Outputs = [
    { OutputKey: 'BusName', OutputValue: 'bus' },
    { OutputKey: 'ApiUrl', OutputValue: 'https://api' },
  ];
  const stack = {
    StackName: 'Lintel-prod',
    StackStatus: 'CREATE_COMPLETE' as const,
    CreationTime: new Date(0),
  };
  aws.on(DescribeStacksCommand, { StackName: 'Lintel-prod' }).resolves({ Stacks: [{ ...stack, Outputs }] });
  expect(await stackOutputs(new CloudFormationClient(), 'Lintel-prod')).toEqual({
    BusName: 'bus',
    ApiUrl: 'https://api',
  });
});
