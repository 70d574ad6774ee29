import { type CfnParameter, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { logLines } from '../../functions/shell/log-lines.ts';
import { allow } from './allow.ts';
import { auditArns } from './audit-table.ts';
import type { HubApi } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';
import { lineMetric } from './line-metric.ts';

export interface ReadAuditProps extends HubParts {
  api: HubApi;
  roleClaim: CfnParameter;
  /** The function for whose answers an officer may break the glass. */
  reader: HubFunction;
}

/** `audit`: tells data protection who was shown what, and that somebody broke the glass. */
export class ReadAudit extends Construct {
  constructor(scope: Construct, id: string, props: ReadAuditProps) {
    super(scope, id);
    const { settings, bundles, storage, api, roleClaim } = props;
    const { audit } = storage;
    const teller = new HubFunction(this, 'Audit', {
      settings,
      service: 'audit',
      code: bundles.audit(),
      timeout: Duration.seconds(29),
      environment: {
        AUDIT_TABLE: audit.tableName,
        AUDIT_DAYS: String(settings.auditDays),
        ROLE_CLAIM: roleClaim.valueAsString,
      },
      permissions: [
        allow('dynamodb', ['Query'], auditArns(audit)),
        allow('dynamodb', ['PutItem'], [audit.tableArn]),
      ],
    });
    api.serve('audit', teller);
    this.watchGlass(props);
  }

  private watchGlass({ settings, alarms, reader }: ReadAuditProps): void {
    const filter = lineMetric(this, 'BreakGlass', {
      logGroup: reader.logGroup,
      lines: [logLines.breakGlassUsed],
      metricNamespace: settings.metricNamespace,
      metricName: 'BreakGlass',
    });
    alarms.tellDataProtection(this, 'BreakGlassAlarm', filter.metric({ statistic: 'Sum' }), {
      impact: 'an officer was shown everything that is known at a home, more than their role needs.',
      action: 'read GET /v1/audit/break-glass, and ask the officer’s manager whether the reason holds.',
    });
  }
}
