import type { Duration } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
  environment: Readonly<Record<string, string>>;
  permissions: readonly PolicyStatement[];
}

/** One function with its own role, its own log group and exactly the permissions it is given. */
export class HubFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: HubFunctionProps) {
    super(scope, id);
    const { settings, service, code, timeout, memorySize = 512, environment, permissions } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetention,
      removalPolicy: settings.removalPolicy,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Lintel ${service}`,
    });
    acknowledge(role, 'AwsSolutions-IAM5[Resource::*]');
    this.timeout = timeout;
    this.function = new LambdaFunction(this, 'Function', {
      description: `Lintel ${service}`,
      code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      timeout,
      role,
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
    this.permit(
      allow('logs', ['CreateLogStream', 'PutLogEvents'], [this.logGroup.logGroupArn]),
      ...permissions,
    );
  }

  /** Adds to what the function's role may do. */
  permit(...statements: readonly PolicyStatement[]): void {
    for (const statement of statements) this.function.addToRolePolicy(statement);
  }
}
