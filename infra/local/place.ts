/** The account every local ARN belongs to; fauxqs knows no other. */
export const ACCOUNT = '000000000000';

/** The region every local ARN belongs to. */
export const REGION = 'eu-west-2';

/** Credentials no service checks: the SDK wants some. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Builds an ARN of the local account and region.
 *
 * @param service the service part, such as `sqs`
 * @param resource everything after the account
 */
export function localArn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}
