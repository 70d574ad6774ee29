import { expect, it } from 'vitest';
import { environmentVariables } from '../../../lambda/variables.ts';

it('keeps the template’s variables and leads every AWS client to this machine', () => {
  const plan = {
    logicalId: 'Record',
    name: 'record',
    arn: 'arn:aws:lambda:eu-west-2:000000000000:function:record',
    codeFolder: '/code',
    handler: 'index.handler',
    logGroup: '/aws/lambda/record',
    environment: { TABLE: 'records', AWS_REGION: 'us-east-1' },
    timeoutMs: 3000,
    memoryMb: 512,
    reservedConcurrency: undefined,
  };
  const endpoints = {
    dynamodb: 'http://127.0.0.1:1',
    sqs: 'http://127.0.0.1:2',
    s3: 'http://127.0.0.1:4',
    control: 'http://127.0.0.1:3',
  };
  expect(environmentVariables(plan, endpoints)).toMatchObject({
    TABLE: 'records',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:3',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:2',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:4',
    AWS_LAMBDA_FUNCTION_NAME: 'record',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  });
});
