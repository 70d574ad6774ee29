import type { Synthesised } from '../synthesised.ts';

/** An account of AWS's documentation, and another that is none of ours. */
export const account = '111122223333';
export const strangersAccount = '444455556666';
const region = 'eu-west-2';

/** The form of an ARN, by resource type: what stands before the logical id, which serves as name. */
const beginnings: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': `arn:aws:sqs:${region}:${account}:`,
  'AWS::SNS::Topic': `arn:aws:sns:${region}:${account}:`,
  'AWS::CloudWatch::Alarm': `arn:aws:cloudwatch:${region}:${account}:alarm:`,
  'AWS::DynamoDB::Table': `arn:aws:dynamodb:${region}:${account}:table/`,
  'AWS::Events::EventBus': `arn:aws:events:${region}:${account}:event-bus/`,
  'AWS::Events::Rule': `arn:aws:events:${region}:${account}:rule/`,
  'AWS::IAM::Role': `arn:aws:iam::${account}:role/`,
  'AWS::KMS::Key': `arn:aws:kms:${region}:${account}:key/`,
  'AWS::Lambda::Function': `arn:aws:lambda:${region}:${account}:function:`,
  'AWS::Logs::LogGroup': `arn:aws:logs:${region}:${account}:log-group:`,
  'AWS::S3::Bucket': 'arn:aws:s3:::',
  'AWS::SecretsManager::Secret': `arn:aws:secretsmanager:${region}:${account}:secret:`,
};

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The types whose `Ref` is their ARN. */
const refIsArn = new Set(['AWS::SNS::Topic', 'AWS::SecretsManager::Secret']);

interface Intrinsic {
  Ref?: string;
  'Fn::GetAtt'?: [string, string];
  'Fn::Join'?: [string, unknown[]];
}

/** Reads values of a template as they would be after a deployment. */
export interface Arns {
  /** The ARN of a resource by its logical id. @throws {Error} for a type whose ARNs are not known here */
  of(id: string): string;
  /** A text, a reference or a join of both. @throws {Error} for an intrinsic that is not known here */
  read(value: unknown): string;
  /** The ARN that an event of the HTTP API's route comes from. */
  ofRoute(api: string, routeKey: string): string;
}

export function makeArns({ template }: Synthesised): Arns {
  const typeOf = (id: string) => template.Resources[id]?.Type ?? '';
  const of = (id: string): string => {
    const beginning = beginnings[typeOf(id)];
    if (beginning === undefined)
      throw new Error(`What is the ARN of ${id} (${typeOf(id)})? Say it in arns.ts`);
    return `${beginning}${id}`;
  };
  const read = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Intrinsic;
    if (Ref !== undefined) return pseudo[Ref] ?? (refIsArn.has(typeOf(Ref)) ? of(Ref) : Ref);
    if (join !== undefined) return join[1].map(read).join(join[0]);
    if (attribute?.[1] === 'StreamArn') return `${of(attribute[0])}/stream/1`;
    if (attribute?.[1] === 'Arn') return of(attribute[0]);
    throw new Error(`What is ${JSON.stringify(value)}? Say it in arns.ts`);
  };
  const ofRoute = (api: string, routeKey: string) => {
    const [method, path = ''] = routeKey.split(' ');
    return `arn:aws:execute-api:${region}:${account}:${api}/$default/${method}${path}`;
  };
  return { of, read, ofRoute };
}
