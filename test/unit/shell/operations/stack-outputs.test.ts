import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hubOutputs } from '../../../../functions/shell/operations/stack-outputs.ts';

function stack(StackName: string, OutputKey: string) {
  const made = { StackStatus: 'CREATE_COMPLETE' as const, CreationTime: new Date(0) };
  return { StackName, ...made, Outputs: [{ OutputKey, OutputValue: `of ${StackName}` }] };
}

describe('the outputs of a hub', () => {
  beforeEach(() => {
    const aws = mockClient(CloudFormationClient);
    onTestFinished(() => aws.restore());
    aws
      .on(DescribeStacksCommand)
      .resolves({
        Stacks: [stack('Lintel-prod-data', 'BusName'), stack('CDKToolkit', 'Bucket')],
        NextToken: '2',
      })
      .on(DescribeStacksCommand, { NextToken: '2' })
      .resolves({
        Stacks: [
          ...[stack('Lintel-prod', 'ApiUrl'), stack('Lintel-prod-leaks', 'LeaksInboxQueueUrl')],
          ...[stack('Lintel-test', 'ApiUrl'), stack('Lintel-production', 'ApiUrl')],
        ],
      });
  });

  it('are those of all its stacks, and of no other', async () => {
    expect(await hubOutputs(new CloudFormationClient(), 'Lintel-prod')).toEqual({
      BusName: 'of Lintel-prod-data',
      ApiUrl: 'of Lintel-prod',
      LeaksInboxQueueUrl: 'of Lintel-prod-leaks',
    });
  });

  it('are of no hub when only its name is the beginning of others', async () => {
    await expect(hubOutputs(new CloudFormationClient(), 'Lintel')).rejects.toThrow(
      'There is no stack Lintel in this account and region',
    );
  });
});
