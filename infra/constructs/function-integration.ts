import { Duration, Stack } from 'aws-cdk-lib';
import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationBindOptions,
  type HttpRouteIntegrationConfig,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { HubFunction } from './hub-function.ts';

/**
 * How the API calls a function: one integration and one permission for all its routes, that of what no other route is for among
 * them. CDK's own has a permission for methods and paths, of which that route has neither, and needs a second of each.
 */
export class FunctionIntegration extends HttpRouteIntegration {
  private readonly target: HubFunction;

  constructor(target: HubFunction) {
    super(`${target.node.id}Integration`);
    this.target = target;
  }

  override bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.target.function.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      timeout: Duration.seconds(29),
    };
  }

  protected override completeBind({ route }: HttpRouteIntegrationBindOptions): void {
    if (this.target.function.permissionsNode.tryFindChild('Api') !== undefined) return;
    const { apiId } = route.httpApi;
    this.target.function.addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(route).formatArn({ service: 'execute-api', resource: apiId, resourceName: '*/*' }),
    });
  }
}
