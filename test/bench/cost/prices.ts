/** A price or a quota, from where and when. */
interface Dated {
  readonly value: number;
  readonly per: string;
  readonly source: string;
}

const million = 1_000_000;
/** Of some, only what the page said of another region, or what was known of it: to be checked before anybody is told. */
const unchecked = (page: string) => `${page}, not checked for London`;
const pages = {
  dynamodb: 'aws.amazon.com/dynamodb/pricing/on-demand',
  lambda: 'aws.amazon.com/lambda/pricing',
  eventbridge: 'aws.amazon.com/eventbridge/pricing',
  sqs: 'aws.amazon.com/sqs/pricing',
  api: 'aws.amazon.com/api-gateway/pricing',
  cloudwatch: 'aws.amazon.com/cloudwatch/pricing',
  xray: 'aws.amazon.com/xray/pricing',
  kms: 'aws.amazon.com/kms/pricing',
  s3: 'aws.amazon.com/s3/pricing',
  secrets: 'aws.amazon.com/secrets-manager/pricing',
} as const;

/** The day on which the prices were looked up. They are list prices in US dollars, without tax and free tiers. */
export const pricesOf = '2026-11-21';

/** London (eu-west-2). Where a price was not seen for London itself, its source says so. */
export const prices = {
  apiRequest: { value: 1.16 / million, per: 'request', source: unchecked(pages.api) },
  lambdaRequest: { value: 0.2 / million, per: 'invocation', source: unchecked(pages.lambda) },
  lambdaGbSecond: { value: 13.3334 / million, per: 'GB-second, arm64', source: unchecked(pages.lambda) },
  busEvent: { value: 1 / million, per: 'event of up to 64 KB', source: `${pages.eventbridge}, us-east-1` },
  archiveGb: { value: 0.1, per: 'GB taken in', source: `${pages.eventbridge}, us-east-1` },
  archiveGbMonth: { value: 0.023, per: 'GB-month', source: `${pages.eventbridge}, us-east-1` },
  queueRequest: { value: 0.4 / million, per: 'request of up to 64 KB', source: pages.sqs },
  writeUnit: { value: 0.7423 / million, per: 'write unit', source: unchecked(pages.dynamodb) },
  readUnit: { value: 0.1485 / million, per: 'read unit', source: unchecked(pages.dynamodb) },
  tableGbMonth: { value: 0.297, per: 'GB-month', source: unchecked(pages.dynamodb) },
  backupGbMonth: { value: 0.238, per: 'GB-month, point in time', source: unchecked(pages.dynamodb) },
  bucketGbMonth: { value: 0.024, per: 'GB-month, S3 Standard', source: unchecked(pages.s3) },
  bucketPut: { value: 5.3 / million, per: 'object put, S3 Standard', source: unchecked(pages.s3) },
  logGb: { value: 0.5985, per: 'GB taken in', source: unchecked(pages.cloudwatch) },
  trace: { value: 5 / million, per: 'trace', source: unchecked(pages.xray) },
  alarmMonth: { value: 0.1, per: 'alarm and month', source: unchecked(pages.cloudwatch) },
  metricMonth: { value: 0.3, per: 'metric and month', source: unchecked(pages.cloudwatch) },
  keyMonth: { value: 1, per: 'key and month', source: unchecked(pages.kms) },
  secretMonth: { value: 0.4, per: 'secret and month', source: unchecked(pages.secrets) },
} as const satisfies Readonly<Record<string, Dated>>;
