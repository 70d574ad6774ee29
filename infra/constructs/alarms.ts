import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type MathExpression,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** What an alarm says to whoever is woken by it. */
export interface AlarmText {
  /** What residents or officers notice while it lasts. */
  impact: string;
  /** What to do about it. */
  action: string;
}

/** When a metric is alarming: at or above the threshold for that many minutes on end. */
export interface AlarmLimit {
  threshold: number;
  minutes: number;
  /** The minutes from one value of the metric to the next; one when left out. */
  every?: number;
}

/** The topic that every alarm goes to, and that of data protection, encrypted with a key that CloudWatch may use. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly dataProtection: Topic;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: 'Lintel: alarm notifications',
      enableKeyRotation: true,
      removalPolicy: settings.removalPolicy,
    });
    // AWS's own key for SNS does not admit CloudWatch: alarms would be lost without a word.
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const topic = { masterKey: key, enforceSSL: true };
    this.topic = new Topic(this, 'Topic', { displayName: 'Lintel alarms', ...topic });
    this.dataProtection = new Topic(this, 'DataProtection', {
      displayName: 'Lintel for data protection',
      ...topic,
    });
    for (const one of [this.topic, this.dataProtection]) admitAlarms(one);
  }

  /** Raises an alarm inside the construct that it is about. A metric without data is quiet. */
  raise(
    scope: Construct,
    id: string,
    metric: Metric | MathExpression,
    limit: AlarmLimit,
    text: AlarmText,
  ): void {
    const alarm = alarmOf(scope, id, metric, limit, text);
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  /** Tells data protection, not whoever is on call, as soon as something happened once. */
  tellDataProtection(scope: Construct, id: string, metric: Metric, text: AlarmText): void {
    const alarm = alarmOf(scope, id, metric, { threshold: 1, minutes: 1 }, text);
    alarm.addAlarmAction(new SnsAction(this.dataProtection));
  }
}

/** A topic with a policy of its own admits whom that names and nobody else: here, this account's alarms. */
function admitAlarms(topic: Topic): void {
  const { account, region, partition } = Stack.of(topic);
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
      },
    }),
  );
}

function alarmOf(
  scope: Construct,
  id: string,
  metric: Metric | MathExpression,
  limit: AlarmLimit,
  text: AlarmText,
): Alarm {
  const { every = 1 } = limit;
  return new Alarm(scope, id, {
    metric: metric.with({ period: Duration.minutes(every) }),
    threshold: limit.threshold,
    evaluationPeriods: limit.minutes / every,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `For residents: ${text.impact} To do: ${text.action}`,
  });
}
