import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** The findings that Lintel accepts, each with the reason; there is no other list. */
export const acknowledgements = {
  'AwsSolutions-IAM5[Resource::*]':
    'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords are only granted on *.',
  'Serverless-LambdaDLQ':
    'A function’s own dead-letter queue serves asynchronous invocation, which nothing here uses: events wait in queues and the stream, which have dead-letter queues of their own.',
  'Serverless-LambdaEventSourceMappingDestination':
    'A queue takes failed messages out by its redrive policy; a failure destination is for streams only.',
  'Serverless-SQSRedrivePolicy':
    'This is a dead-letter queue: messages stay 14 days, with an alarm at the first, until somebody redrives them.',
  'AwsSolutions-SQS3':
    'This is the dead-letter queue of a stream, which the rule cannot see: it only knows those of queues.',
  'AwsSolutions-SMG4':
    'The secret is shared with another organisation’s system: changing it without them would stop its flags. The README says how to change it together.',
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
