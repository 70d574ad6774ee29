import { Duration, Lazy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { endpoints } from '../../functions/endpoints.ts';
import { forSystem } from '../../functions/shell/http/for-system.ts';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import type { HubFunction } from './hub-function.ts';
import type { Tokens } from './parameters.ts';

/** How many requests a route that all may use takes in a second, and at once. */
const ofTheHub = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 };
/**
 * Every other route takes fewer: a system's own. Its system is answered 429 and sends again; all other routes take what they
 * took. That it is the stage's default keeps the stage from having to name the routes of systems, which come after it.
 */
const ofOneSystem = { rateLimit: 40, burstLimit: 80 };

/** Neither path nor query: they name homes and addresses. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
    client: '$context.authorizer.claims.client_id',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API: no route without a token of the right issuer and audience. What it is good for, the functions judge. */
export class HubApi extends Construct {
  readonly url: string;
  private readonly api: HttpApi;
  private readonly settings: Settings;
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly stage: HttpStage;
  private readonly limits: Record<string, typeof ofTheHub> = {};
  private readonly integrations = new Map<HubFunction, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, props: { settings: Settings; tokens: Tokens; alarms: Alarms }) {
    super(scope, id);
    const { settings, tokens, alarms } = props;
    this.settings = settings;
    this.api = new HttpApi(this, 'Api', { description: 'Lintel', createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    this.authorizer = new HttpJwtAuthorizer('Authorizer', tokens.issuer.valueAsString, {
      jwtAudience: [tokens.audience.valueAsString],
    });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: settings.logRetention,
      removalPolicy: settings.removalPolicy,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: ofOneSystem,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLogFormat },
    });
    (this.stage.node.defaultChild as CfnStage).routeSettings = Lazy.any({ produce: () => this.limits });
    const failures = this.api.metricServerError({ statistic: 'Sum' });
    alarms.raise(
      this,
      'FailuresAlarm',
      failures,
      { threshold: 5, minutes: 3 },
      {
        impact:
          'officers cannot look a home up before they visit, or teams’ systems cannot hand their events in.',
        action: 'find the route with status 5xx in the access log, then the log of its function.',
      },
    );
  }

  /** What systems' stacks import, for routes of their own. */
  get shared(): string[] {
    return [this.api.apiId, this.authorizer.authorizerId];
  }

  /**
   * Adds the routes of all endpoints that a function answers. The function itself refuses a token without their scopes:
   * API Gateway would look for them in `scope` and `scp` alone, and on a route takes no more than ten.
   *
   * @param system whose own function it is, where each system has one
   */
  serve(name: keyof typeof endpoints, target: HubFunction, system?: string): void {
    const { claimNames } = this.settings;
    if (claimNames !== '') target.function.addEnvironment('CLAIM_NAMES', claimNames);
    for (const { method, path } of endpoints[name]) {
      const key = HttpRouteKey.with(forSystem(path, system), method as HttpMethod);
      const route = this.add(key, target, `${method}${path.replace(/[^A-Za-z]+/g, '-')}`);
      if (system === undefined) this.widen(key, route);
    }
  }

  /**
   * Adds the route of what no other route is for. Any token of the right issuer and audience may use it. The target may
   * do nothing for it but say that there is nothing.
   */
  otherwise(target: HubFunction): void {
    this.widen(HttpRouteKey.DEFAULT, this.add(HttpRouteKey.DEFAULT, target, 'Otherwise'));
  }

  /** A stage takes settings of routes that are there already. */
  private widen({ key }: HttpRouteKey, route: HttpRoute): void {
    this.limits[key] = ofTheHub;
    this.stage.node.addDependency(route);
  }

  private add(routeKey: HttpRouteKey, target: HubFunction, task: string): HttpRoute {
    const name = `${target.node.id}${task}`;
    const isDefault = routeKey === HttpRouteKey.DEFAULT;
    return new HttpRoute(target, `${name}Route`, {
      httpApi: this.api,
      routeKey,
      integration: isDefault ? integrationOf(target, name, true) : this.sharedIntegrationOf(target, name),
      authorizer: this.authorizer,
    });
  }

  /** A function's routes share one integration, and one permission: a stack holds five hundred resources. */
  private sharedIntegrationOf(target: HubFunction, name: string): HttpLambdaIntegration {
    const known = this.integrations.get(target);
    if (known !== undefined) return known;
    const made = integrationOf(target, name, false);
    this.integrations.set(target, made);
    return made;
  }
}

/** The permission for all routes is one for methods and paths: the default route has neither, and needs its own. */
function integrationOf(target: HubFunction, name: string, isOfOneRoute: boolean): HttpLambdaIntegration {
  return new HttpLambdaIntegration(`${name}Integration`, target.function, {
    timeout: Duration.seconds(29),
    scopePermissionToRoute: isOfOneRoute,
  });
}
