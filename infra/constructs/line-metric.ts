import type { Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LogFields, LogLine } from '../../functions/shell/log-lines.ts';

/** The names of the fields that hold such a value. */
type FieldOf<Fields, Value> = {
  [Name in keyof Fields]-?: Fields[Name] extends Value ? Name : never;
}[keyof Fields] &
  string;

export interface LineMetricProps<Fields extends LogFields> {
  logGroup: ILogGroup;
  /** Lines of the registry, each of which counts. */
  lines: readonly LogLine<Fields>[];
  metricNamespace: string;
  metricName: string;
  /** The field whose number is the metric's value; each line counts as one when left out. */
  value?: FieldOf<NoInfer<Fields>, number>;
  unit?: Unit;
  /** The field that names the system, where the metric is kept for each system. */
  system?: FieldOf<NoInfer<Fields>, string>;
}

/** Makes a metric of log lines. The filter matches their codes, so that a message may be reworded. */
export function lineMetric<Fields extends LogFields>(
  scope: Construct,
  id: string,
  { lines, value, system, ...rest }: LineMetricProps<Fields>,
): MetricFilter {
  const patterns = lines.map(({ code }) => FilterPattern.stringValue('$.code', '=', code));
  return new MetricFilter(scope, id, {
    ...rest,
    filterPattern: FilterPattern.any(...patterns),
    metricValue: value === undefined ? '1' : `$.${value}`,
    ...(system !== undefined && { dimensions: { System: `$.${system}` } }),
  });
}
