import { Lazy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { endpoints } from '../../functions/endpoints.ts';
import { forSystem } from '../../functions/shell/http/for-system.ts';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import { apiDomain } from './api-domain.ts';
import { FunctionIntegration } from './function-integration.ts';
import type { HubFunction } from './hub-function.ts';
import type { Tokens, tokenParameters } from './parameters.ts';

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

export interface HubApiProps {
  settings: Settings;
  tokens: ReturnType<typeof tokenParameters>;
  alarms: Alarms;
}

/** The HTTP API: no route without a token of the right issuer and audience. What it is good for, the functions judge. */
export class HubApi extends Construct {
  readonly url: string;
  private readonly api: HttpApi;
  private readonly settings: Settings;
  private readonly authorizer: HttpAuthorizer;
  /** Of the routes of systems: the same, where one issuer makes all tokens. */
  private readonly systemAuthorizer: HttpAuthorizer;
  private readonly stage: HttpStage;
  private readonly limits: Record<string, typeof ofTheHub> = {};
  private readonly integrations = new Map<HubFunction, FunctionIntegration>();

  constructor(scope: Construct, id: string, props: HubApiProps) {
    super(scope, id);
    const { settings, tokens, alarms } = props;
    this.settings = settings;
    const domain = settings.domain && apiDomain(this, settings.domain);
    this.api = new HttpApi(this, 'Api', {
      ...{ apiName: `Lintel-${settings.stage}`, description: 'Lintel', createDefaultStage: false },
      ...(domain !== undefined && { disableExecuteApiEndpoint: true }),
    });
    this.url = domain === undefined ? this.api.apiEndpoint : `https://${settings.domain?.name}`;
    const { officers, systems } = tokens;
    this.authorizer = this.authorizerOf('Authorizer', officers);
    this.systemAuthorizer =
      systems === undefined ? this.authorizer : this.authorizerOf('SystemsAuthorizer', systems);
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: settings.logRetention,
      removalPolicy: settings.removalPolicy,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: ofOneSystem,
      ...(domain !== undefined && { domainMapping: { domainName: domain } }),
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
    return [this.api.apiId, this.systemAuthorizer.authorizerId];
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
      const authorizer = system === undefined ? this.authorizer : this.systemAuthorizer;
      const route = this.add(key, authorizer, target, `${method}${path.replace(/[^A-Za-z]+/g, '-')}`);
      if (system === undefined) this.widen(key, route);
    }
  }

  /**
   * Adds the route of what no other route is for. Any token of the right issuer and audience may use it. The target may
   * do nothing for it but say that there is nothing.
   */
  otherwise(target: HubFunction): void {
    this.widen(HttpRouteKey.DEFAULT, this.add(HttpRouteKey.DEFAULT, this.authorizer, target, 'Otherwise'));
  }

  /** A stage takes settings of routes that are there already. */
  private widen({ key }: HttpRouteKey, route: HttpRoute): void {
    this.limits[key] = ofTheHub;
    this.stage.node.addDependency(route);
  }

  private authorizerOf(id: string, { issuer, audiences }: Tokens): HttpAuthorizer {
    return new HttpAuthorizer(this.api, id, {
      ...{ httpApi: this.api, authorizerName: id, type: HttpAuthorizerType.JWT },
      ...{ identitySource: ['$request.header.Authorization'], jwtIssuer: issuer, jwtAudience: audiences },
    });
  }

  private add(routeKey: HttpRouteKey, authorizer: HttpAuthorizer, target: HubFunction, task: string) {
    const integration = this.integrations.get(target) ?? new FunctionIntegration(target);
    this.integrations.set(target, integration);
    return new HttpRoute(target, `${target.node.id}${task}Route`, {
      ...{ httpApi: this.api, routeKey, integration },
      authorizer: { bind: () => ({ authorizationType: 'JWT', authorizerId: authorizer.authorizerId }) },
    });
  }
}
