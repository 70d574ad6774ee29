import { type App, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** The findings that Lintel accepts, each with the reason; there is no other list. */
export const acknowledgements = {
  'AwsSolutions-IAM5[Resource::*]':
    'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords are only granted on *.',
  'Serverless-LambdaStarPermissions':
    'This is X-Ray’s statement again; any other with * would be a finding of AwsSolutions-IAM5, by its resource.',
  'Serverless-LambdaDLQ':
    'A function’s own dead-letter queue serves asynchronous invocation. Only the clock uses that here, and what one run misses the next run does: events wait in queues and streams, which have dead-letter queues of their own.',
  'Serverless-LambdaEventSourceMappingDestination':
    'A queue takes failed messages out by its redrive policy; a failure destination is for streams only.',
  'Serverless-SQSRedrivePolicy':
    'This is a dead-letter queue: messages stay 14 days, with an alarm at the first, until somebody redrives them.',
  'AwsSolutions-SQS3':
    'This is the dead-letter queue of a stream, which the rule cannot see: it only knows those of queues.',
  'Serverless-EventBusDLQ':
    'The clock asks for what is due by then: what one run misses, the next run does, and an alarm says when runs fail.',
  'AwsSolutions-SMG4':
    'The secret is shared with another organisation’s system: changing it without them would stop its flags. The README says how to change it together.',
  'AwsSolutions-S1':
    'Nobody is given this bucket: a file goes in or out by a link signed for it alone, and the access log of the API says who asked for the link. The seals of the audit are for one function alone, and old events for those that read timelines.',
} as const;
export type AcknowledgedFinding = keyof typeof acknowledgements;

/** Runs the AwsSolutions and Serverless packs at synthesis: a finding that is not acknowledged fails it. */
export function addNagPacks(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}

/** Accepts findings on one construct and what is inside it, for the reason given in `acknowledgements`. */
export function acknowledge(construct: IConstruct, ...findings: readonly AcknowledgedFinding[]): void {
  Validations.of(construct).acknowledge(...findings.map(id => ({ id, reason: acknowledgements[id] })));
}

/** Why a role may name objects of a bucket by what their keys begin with. */
export const objectsReason =
  'An object’s key ends in an id that is made when a file is registered: what it begins with is the system’s own part of the bucket.';

/** The same of the seals of the audit. */
export const sealsReason =
  'A seal’s key ends in its day: the role names the seals and the copies of rows by what their keys begin with.';

/** The same of events that have left the table. */
export const historyReason =
  'The key of an object names a home, or the digest of a person, and a year: any of them may be asked for.';

/** Accepts that a role names objects by the beginnings of their keys, such as `files/repairs`. */
export function acknowledgeObjects(
  construct: IConstruct,
  bucket: Bucket,
  beginnings: readonly string[],
  reason: string = objectsReason,
): void {
  // The bucket is in the stack of data: a finding calls it as it is exported from there.
  const imported = Stack.of(construct).resolve(Stack.of(bucket).exportValue(bucket.bucketArn));
  const name = imported['Fn::ImportValue'];
  const ids = beginnings.map(beginning => `AwsSolutions-IAM5[Resource::${name}/${beginning}/*]`);
  Validations.of(construct).acknowledge(...ids.map(id => ({ id, reason })));
}
