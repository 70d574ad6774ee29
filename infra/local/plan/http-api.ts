import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { findReferenced, readResources } from './read.ts';

/** A route of the HTTP API. */
export interface RoutePlan {
  /** `GET /v1/things/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly authorizer: AuthorizerPlan | undefined;
  /** A token needs one of these, if there are any. */
  readonly scopes: readonly string[];
}

/** A JWT authoriser. */
export interface AuthorizerPlan {
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** The app's HTTP API. */
export interface HttpApiPlan {
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly RoutePlan[];
}

const anything = z.unknown().optional();
const types = {
  api: z.strictObject({
    Name: anything,
    Description: anything,
    ProtocolType: z.literal('HTTP'),
    DisableExecuteApiEndpoint: anything,
    Tags: anything,
  }),
  stage: z.object({ StageName: z.string() }),
  integration: z.strictObject({
    ApiId: anything,
    Description: anything,
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    IntegrationMethod: anything,
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: anything,
  }),
  authorizer: z.strictObject({
    ApiId: anything,
    Name: anything,
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.strictObject({ Audience: z.array(z.string()).min(1), Issuer: z.string() }),
  }),
  route: z.strictObject({
    ApiId: anything,
    RouteKey: z.string(),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
    OperationName: anything,
  }),
};

/**
 * Plans the app's HTTP API.
 *
 * @param resources every resource of the app
 * @returns `undefined` when the app has none
 * @throws when there is more than one, or it uses what the runner does not play (CORS, other
 *   authorisers, other integrations)
 */
export function planHttpApi(resources: readonly Resource[]): HttpApiPlan | undefined {
  const [api, another] = readResources(resources, ['AWS::ApiGatewayV2::Api'], types.api);
  if (another !== undefined)
    throw new Error(`${another.resource.logicalId}: the local runner plays one HTTP API only`);
  if (api === undefined) return undefined;
  const [stage] = readResources(resources, ['AWS::ApiGatewayV2::Stage'], types.stage);
  const integrations = readResources(resources, ['AWS::ApiGatewayV2::Integration'], types.integration);
  const authorizers = readResources(resources, ['AWS::ApiGatewayV2::Authorizer'], types.authorizer);
  const routes = readResources(resources, ['AWS::ApiGatewayV2::Route'], types.route);
  return {
    id: api.resource.name,
    stage: stage?.properties.StageName ?? '$default',
    routes: routes.map(({ resource, properties: route }) => {
      const integration = integrations.find(other => route.Target === `integrations/${other.resource.ref}`);
      const authorizer = authorizers.find(other => route.AuthorizerId === other.resource.ref);
      if (integration === undefined) throw new Error(`${resource.logicalId}: no integration ${route.Target}`);
      if (route.AuthorizationType === 'JWT' && authorizer === undefined) {
        throw new Error(`${resource.logicalId}: no authoriser ${route.AuthorizerId}`);
      }
      const jwt = authorizer?.properties.JwtConfiguration;
      return {
        key: route.RouteKey,
        functionName: findReferenced(
          resources,
          integration.properties.IntegrationUri,
          'AWS::Lambda::Function',
        ).name,
        authorizer: jwt && { issuer: jwt.Issuer, audience: jwt.Audience },
        scopes: route.AuthorizationScopes,
      };
    }),
  };
}
