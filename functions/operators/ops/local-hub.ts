import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Where the hub that runs on this machine leaves its address, in the project's folder. */
const file = 'cdk.out/local-hub.json';

const localHubSchema = z.object({
  outputs: z.record(z.string(), z.string()),
  endpoints: z.object({ dynamodb: z.url(), s3: z.url(), sqs: z.url(), eventbridge: z.url() }),
});

/**
 * The outputs of the hub that runs on this machine. From then on the AWS SDK of this process speaks to that hub and to
 * nothing else.
 * @throws {Error} when there is none.
 */
export function useLocalHub(): Record<string, string> {
  const { outputs, endpoints } = localHub();
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: endpoints.eventbridge,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
  });
  return outputs;
}

function localHub(): z.infer<typeof localHubSchema> {
  try {
    return localHubSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error('No hub is running on this machine: start one with npm start', { cause });
  }
}
