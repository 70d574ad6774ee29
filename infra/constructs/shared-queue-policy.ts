import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnQueuePolicy, type Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/**
 * One policy of several queues that the same rules feed, where each would have one of its own that says the same: it refuses
 * plain HTTP, and admits those rules. "*" is the queue that it stands at.
 */
export class SharedQueuePolicy extends Construct {
  private readonly policy: CfnQueuePolicy;
  private readonly document = new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['sqs:*'],
        resources: ['*'],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ],
  });

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.policy = new CfnQueuePolicy(this, 'Policy', { queues: [], policyDocument: this.document });
  }

  /** Puts a queue that has no policy of its own under this one. */
  cover(queue: Queue): void {
    this.policy.queues = [...this.policy.queues, queue.queueUrl];
  }

  /** Lets a rule send to the queues. */
  admit(ruleArn: string): void {
    this.document.addStatements(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
        resources: ['*'],
        conditions: { ArnEquals: { 'aws:SourceArn': ruleArn } },
      }),
    );
  }
}
