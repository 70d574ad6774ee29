import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { HubFunction } from './hub-function.ts';

/** Has a function run once in the night of London, which keeps half past two in UTC all year. What failed is tried again. */
export function everyNight(scope: Construct, target: HubFunction): void {
  setClock(scope, Schedule.cron({ minute: '30', hour: '2' }), target, 2);
}

/** Has a function run every so many minutes. A run that failed is not repeated: the next one does its work. */
export function everyMinutes(scope: Construct, minutes: number, target: HubFunction): void {
  setClock(scope, Schedule.rate(Duration.minutes(minutes)), target, 0);
}

function setClock(scope: Construct, schedule: Schedule, target: HubFunction, retryAttempts: number): void {
  const clock = new Rule(scope, 'Clock', {
    schedule,
    targets: [new LambdaFunction(target.function, { retryAttempts })],
  });
  acknowledge(clock, 'Serverless-EventBusDLQ');
}
