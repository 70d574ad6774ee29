import { CREDENTIALS, REGION } from '../place.ts';
import type { FunctionPlan } from '../plan/functions.ts';

/** Where the services answer that a function may call. */
export interface ServiceEndpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  /** EventBridge, Secrets Manager, and a clear refusal for every other service. */
  readonly control: string;
}

/**
 * Builds the environment variables of a function: its own, Lambda's reserved ones, and those that
 * lead the AWS SDK to the local services and nowhere else.
 *
 * @param plan the function
 * @param endpoints the local services
 */
export function environmentVariables(
  plan: FunctionPlan,
  endpoints: ServiceEndpoints,
): Record<string, string> {
  return {
    ...plan.environment,
    _HANDLER: plan.handler,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: endpoints.control,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: plan.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: REGION,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    LAMBDA_TASK_ROOT: plan.codeFolder,
  };
}
