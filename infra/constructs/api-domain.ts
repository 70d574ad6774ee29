import { CfnOutput, Stack } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { Domain } from '../stages/stage-file.ts';

/**
 * The landlord's own name for the API. Who keeps the zone lets it point to what the stack's output `ApiDomainTarget` says
 * (a CNAME, or in Route 53 an alias): the zone is seldom in the hub's account, so nothing of it is here.
 */
export function apiDomain(scope: Construct, { name, certificate }: Domain): DomainName {
  const domain = new DomainName(scope, 'Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificate),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new CfnOutput(Stack.of(scope), 'ApiDomainTarget', { value: domain.regionalDomainName });
  return domain;
}
