import type { Cfn, Template } from '../merged-template.ts';

/**
 * Resources with which something is lost when they are made anew: what they hold, who has subscribed, or the address that
 * others were given. Of each type, the properties that CloudFormation cannot change in place, and of a secret what would have
 * it make up another.
 */
const fixedProperties: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  'AWS::Events::Archive': ['ArchiveName', 'SourceArn'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion'],
  'AWS::S3::Bucket': ['BucketName', 'ObjectLockEnabled'],
  'AWS::SecretsManager::Secret': ['Name', 'GenerateSecretString'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
};

/** Something that must neither go nor be made anew. */
export interface Kept {
  type: string;
  /** Whether it outlives its stack, and a template without it. */
  retained: boolean;
  fixed: Readonly<Record<string, Cfn>>;
}
/** By stack and logical id, parted by a slash. */
export type KeptList = Readonly<Record<string, Kept>>;

/** What must be kept of these stacks. */
export function keptIn(stacks: ReadonlyMap<string, Partial<Template>>): KeptList {
  const all = [...stacks].flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources).flatMap(([id, { Type, Properties = {}, DeletionPolicy }]) => {
      const names = fixedProperties[Type];
      if (names === undefined) return [];
      const said = names.filter(name => Properties[name] !== undefined);
      const fixed = Object.fromEntries(said.map(name => [name, Properties[name]]));
      const kept: Kept = { type: Type, retained: DeletionPolicy?.startsWith('Retain') === true, fixed };
      return [[`${stack}/${id}`, kept] as const];
    }),
  );
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** One change for the worse: what it is about, and in words. */
export interface Change {
  of: string;
  what: string;
}

/** What of it would be lost, made anew or no longer outlive its stack. */
export function losses(before: KeptList, after: KeptList): Change[] {
  return Object.entries(before).flatMap(([of, { type, retained, fixed }]) => {
    const now = after[of];
    if (now === undefined || now.type !== type) return [{ of, what: `${of}, ${type}, would be gone` }];
    const names = [...new Set([...Object.keys(fixed), ...Object.keys(now.fixed)])];
    const changed = names.filter(name => JSON.stringify(fixed[name]) !== JSON.stringify(now.fixed[name]));
    if (changed.length > 0)
      return [{ of, what: `${of}, ${type}, would be made anew: its ${changed.join(', ')} would be other` }];
    return retained && !now.retained ? [{ of, what: `${of}, ${type}, would not outlive its stack` }] : [];
  });
}
