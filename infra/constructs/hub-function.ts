import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { allow } from './allow.ts';

export interface HubFunctionProps {
  settings: Settings;
  /** The name in logs and traces, such as `receive-repairs`. */
  service: string;
  code: Code;
  timeout: Duration;
  /** In MB; 512 when left out. 1,769 have one whole processor. */
  memorySize?: number;
  /** How many may run at once, which nobody else can take; left out, as many as the account has left. */
  share?: number | undefined;
  environment: Readonly<Record<string, string>>;
  permissions: readonly PolicyStatement[];
}

/**
 * One function with its own role, its own log group and exactly the permissions it is given. They are within the role: as a
 * policy of their own they would be one more of a stack's five hundred resources.
 */
export class HubFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  readonly timeout: Duration;
  private readonly permissions: PolicyDocument;

  constructor(scope: Construct, id: string, props: HubFunctionProps) {
    super(scope, id);
    const { settings, service, code, timeout, memorySize = 512, share, environment, permissions } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetention,
      removalPolicy: settings.removalPolicy,
    });
    this.permissions = new PolicyDocument({
      statements: [
        allow('logs', ['CreateLogStream', 'PutLogEvents'], [this.logGroup.logGroupArn]),
        allow('xray', ['PutTraceSegments', 'PutTelemetryRecords'], ['*']),
        ...permissions,
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Lintel ${service}`,
      inlinePolicies: { Permissions: this.permissions },
    });
    acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', 'Serverless-LambdaStarPermissions');
    this.timeout = timeout;
    this.function = new LambdaFunction(this, 'Function', {
      description: `Lintel ${service}`,
      code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      timeout,
      ...(share !== undefined && { reservedConcurrentExecutions: share }),
      // CDK would add a policy of its own to it.
      role: role.withoutPolicyUpdates(),
      tracing: Tracing.ACTIVE,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        ...environment,
        POWERTOOLS_SERVICE_NAME: service,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    acknowledge(this.function, 'Serverless-LambdaDLQ');
  }

  /** Adds to what the function's role may do. */
  permit(...statements: readonly PolicyStatement[]): void {
    this.permissions.addStatements(...statements);
  }
}
