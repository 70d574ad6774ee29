import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { HubFunction } from './hub-function.ts';

/** Has a function run every so many minutes. A run that failed is not repeated: the next one does its work. */
export function everyMinutes(scope: Construct, minutes: number, target: HubFunction): void {
  const clock = new Rule(scope, 'Clock', {
    schedule: Schedule.rate(Duration.minutes(minutes)),
    targets: [new LambdaFunction(target.function, { retryAttempts: 0 })],
  });
  acknowledge(clock, 'Serverless-EventBusDLQ');
}
