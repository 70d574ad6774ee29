import { ACCOUNT, localArn } from '../place.ts';
import type { PlayedType } from './resource-types.ts';

/** What a resource is called once it exists: its `Ref` and its attributes for `Fn::GetAtt`. */
export interface Identity {
  /** Physical name, unique within its type. */
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Addresses that are known before anything is created. */
export interface Endpoints {
  readonly sqs: string;
  readonly api: string;
  /** What the tables' names end with, as those of a stack do, where several hubs share an engine. */
  readonly tableSuffix?: string;
}

/** The property that may carry a physical name, for the types that have one. */
export const NAME_PROPERTY: Readonly<Partial<Record<PlayedType, string>>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::Archive': 'ArchiveName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SecretsManager::Secret': 'Name',
};

type Attributes = (name: string, endpoints: Endpoints) => { ref: string; attributes: Record<string, string> };

const table: Attributes = name => ({
  ref: name,
  attributes: {
    Arn: localArn('dynamodb', `table/${name}`),
    StreamArn: localArn('dynamodb', `table/${name}/stream/local`),
  },
});

const identities: Readonly<Partial<Record<PlayedType, Attributes>>> = {
  'AWS::ApiGatewayV2::Api': (name, { api }) => ({ ref: name, attributes: { ApiId: name, ApiEndpoint: api } }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Archive': name => ({ ref: name, attributes: { Arn: localArn('events', `archive/${name}`) } }),
  'AWS::Events::EventBus': name => ({
    ref: name,
    attributes: { Arn: localArn('events', `event-bus/${name}`), Name: name },
  }),
  'AWS::Events::Rule': name => ({ ref: name, attributes: { Arn: localArn('events', `rule/${name}`) } }),
  'AWS::Lambda::Function': name => ({
    ref: name,
    attributes: { Arn: localArn('lambda', `function:${name}`) },
  }),
  'AWS::S3::Bucket': name => {
    const ref = name.toLowerCase();
    return { ref, attributes: { Arn: `arn:aws:s3:::${ref}` } };
  },
  'AWS::SQS::Queue': (name, { sqs }) => {
    const url = `${sqs}/${ACCOUNT}/${name}`;
    return { ref: url, attributes: { Arn: localArn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SecretsManager::Secret': name => {
    const arn = localArn('secretsmanager', `secret:${name}-local0`);
    return { ref: arn, attributes: { Id: arn } };
  },
};

/**
 * Names a resource the runner plays.
 *
 * @param type its CloudFormation type
 * @param name its physical name: the one the template gives, else its logical id
 * @param endpoints where the SQS endpoint and the HTTP API answer
 */
export function identify(type: PlayedType, name: string, endpoints: Endpoints): Identity {
  const identity = identities[type]?.(name, endpoints) ?? { ref: name, attributes: {} };
  return { name, ...identity };
}
