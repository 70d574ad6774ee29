import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { logLines } from '../../functions/shell/log-lines.ts';
import { auditTable } from '../../functions/shell/tables/audit/table.ts';
import { acknowledgeObjects, sealsReason } from '../nag.ts';
import { allow } from './allow.ts';
import { everyNight } from './clock.ts';
import { indexArn } from './declared-table.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';
import type { Seals } from './seals.ts';

/** `seal`: seals each day of the audit in the night after it, compares days that were sealed, and says what differs. */
export class AuditSealing extends Construct {
  constructor(scope: Construct, id: string, props: HubParts & { seals: Seals }) {
    super(scope, id);
    const { settings, bundles, storage, alarms } = props;
    const { bucket: seals, copy } = props.seals;
    const seal = new HubFunction(this, 'Seal', {
      settings,
      service: 'seal',
      code: bundles.seal(),
      timeout: Duration.minutes(15),
      // It holds a day's rows at a time, and hashes each.
      memorySize: 1769,
      environment: {
        AUDIT_TABLE: storage.audit.tableName,
        AUDIT_DAYS: String(settings.auditDays),
        SEALS_BUCKET: seals.bucketName,
        ...(copy !== undefined && { COPY_BUCKET: copy.bucketName }),
      },
      permissions: [
        allow('dynamodb', ['Query'], [indexArn(storage.audit, auditTable.indexes.day)]),
        ...keeping(seals, ['seals']),
        ...(copy === undefined ? [] : keeping(copy, ['seals', 'rows'])),
      ],
    });
    acknowledgeObjects(seal, seals, ['seals'], sealsReason);
    if (copy !== undefined) acknowledgeObjects(seal, copy, ['seals', 'rows'], sealsReason);
    everyNight(this, seal);
    const differs = lineMetric(this, 'AuditDiffers', {
      logGroup: seal.logGroup,
      lines: [logLines.auditDiffers],
      metricNamespace: settings.metricNamespace,
      metricName: 'AuditDiffers',
    });
    alarms.tellDataProtection(this, 'DiffersAlarm', differs.metric({ statistic: 'Sum' }), {
      impact:
        'what is said of who read about them may no longer be true: rows of the audit are missing, changed or late.',
      action:
        'see which day in the log of the seal function, run npm run ops -- audit-verify, and ask who administers the account.',
    });
    const errors = seal.function.metricErrors({ statistic: 'Sum' });
    alarms.raise(
      this,
      'FailingAlarm',
      errors,
      { threshold: 1, minutes: 5, every: 5 },
      {
        impact: 'nobody would notice that the record of who read about them was changed.',
        action:
          'read the log of the seal function and correct what it cannot read or write; the next night goes on from there.',
      },
    );
  }
}

/** Writes once, and reads seals alone. What may be listed tells what is not there from what may not be read. */
function keeping(bucket: Bucket, beginnings: readonly string[]): PolicyStatement[] {
  return [
    allow(
      's3',
      ['PutObject'],
      beginnings.map(one => bucket.arnForObjects(`${one}/*`)),
    ),
    allow('s3', ['GetObject'], [bucket.arnForObjects('seals/*')]),
    allow('s3', ['ListBucket'], [bucket.bucketArn], { StringEquals: { 's3:prefix': 'seals/' } }),
  ];
}
