import { type CfnParameter, Duration } from 'aws-cdk-lib';
import type { IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { acknowledge } from '../nag.ts';
import { admit, allow } from './allow.ts';
import { GuardedQueue } from './guarded-queue.ts';
import type { HubParts } from './hub-parts.ts';

/** Where a system’s flags are taken: what `deliver` needs to know and may do, and what is put out for the system. */
export interface Destination {
  environment: Readonly<Record<string, string>>;
  permission: PolicyStatement;
  output: { name: string; description: string; value: string };
}

export interface DestinationProps extends HubParts {
  manifest: SystemManifest;
  principal: IPrincipal;
  /** Whether a webhook may be on the hub's own machine. */
  loopback?: CfnParameter;
}

/** The destination of the kind that the system's manifest asks for. */
export function destinationOf(scope: Construct, props: DestinationProps): Destination {
  return props.manifest.delivery === 'webhook' ? webhook(scope, props) : inbox(scope, props);
}

/**
 * A webhook's settings, `{"url", "secret"}`. The secret is made at the first deployment: 44 letters and digits,
 * base64 of the 33 bytes that Standard Webhooks signs with. The address is put in afterwards, with the system's team;
 * a list of keys takes the place of the one when it is changed.
 */
function webhook(scope: Construct, { manifest, settings, loopback }: DestinationProps): Destination {
  const secret = new Secret(scope, 'WebhookSecret', {
    description: `Lintel: where and with which key ${manifest.title} is told of flags`,
    removalPolicy: settings.removalPolicy,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ url: '' }),
      generateStringKey: 'secret',
      passwordLength: 44,
      excludePunctuation: true,
    },
  });
  // Under another logical id CloudFormation would make a new secret, and the system could not check its signature.
  (secret.node.defaultChild as CfnSecret).overrideLogicalId(`${scope.node.id}WebhookSecret`);
  acknowledge(secret, 'AwsSolutions-SMG4');
  return {
    environment: {
      WEBHOOK_SECRET_ARN: secret.secretArn,
      WEBHOOK_LOOPBACK: loopback?.valueAsString ?? 'refused',
    },
    permission: allow('secretsmanager', ['GetSecretValue'], [secret.secretArn]),
    output: {
      name: 'WebhookSecretArn',
      description: `Secret with the webhook address and key of ${manifest.title}`,
      value: secret.secretArn,
    },
  };
}

/** A queue of the system's own, which it fetches its flags from. */
function inbox(scope: Construct, { manifest, principal, alarms }: DestinationProps): Destination {
  const { queue } = new GuardedQueue(scope, 'Inbox', {
    alarms,
    visibilityTimeout: Duration.minutes(5),
    maxReceiveCount: 10,
    maxAge: Duration.hours(4),
    late: {
      impact: `${manifest.title} has not fetched its flags for four hours: its people may visit unwarned.`,
      action: 'tell the team that its system has stopped fetching; flags wait in its inbox for 7 days.',
    },
    failed: {
      impact: `${manifest.title} fetched a flag ten times and could not take it: its people may visit unwarned.`,
      action:
        'tell the team which flag it is, correct the cause with them, redrive the queue within 14 days.',
    },
  });
  queue.addToResourcePolicy(
    admit(
      principal,
      ['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'],
      queue,
    ),
  );
  return {
    environment: { INBOX_QUEUE_URL: queue.queueUrl },
    permission: allow('sqs', ['SendMessage'], [queue.queueArn]),
    output: {
      name: 'InboxQueueUrl',
      description: `Queue that ${manifest.title} fetches its flags from`,
      value: queue.queueUrl,
    },
  };
}
