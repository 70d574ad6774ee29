import { Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { logLines } from '../../functions/shell/log-lines.ts';
import type { Settings } from '../settings.ts';
import type { HubFunction } from './hub-function.ts';
import { lineMetric } from './line-metric.ts';

/** Makes a metric of the lines in which an intake function says what fields of a system nobody reads. */
export function countUnknownFields(receiving: HubFunction, { metricNamespace }: Settings): void {
  lineMetric(receiving, 'UnknownFields', {
    ...{ logGroup: receiving.logGroup, lines: [logLines.unknownFields] },
    ...{ metricNamespace, metricName: 'UnknownFields', unit: Unit.COUNT },
    ...{ value: 'fields', system: 'system' },
  });
}
