import { beforeAll, describe, expect, test } from 'vitest';
import { plainName, type Synthesised, sampleManifests, synthesise } from './synthesised.ts';

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
});

describe('API', () => {
  test('has no route without a token; what the token is good for, the functions judge by all of its claims', () => {
    const routes = app.ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
    for (const route of routes) {
      expect(route, route.RouteKey).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: expect.stringMatching(/^ApiAuthorizer/) },
      });
      expect(route.AuthorizationScopes ?? [], route.RouteKey).toEqual([]);
    }
    const reads = [
      '/v1/properties',
      '/v1/properties/{uprn}',
      '/v1/properties/{uprn}/timeline',
      '/v1/properties/{uprn}/flags',
      '/v1/flags',
      '/v1/flags/untold',
      '/v1/flags/drift',
      '/v1/flags/{id}',
      ...['', '/timeline'].map(part => `/v1/persons/{ref}${part}`),
      '/v1/quarantine',
      '/v1/quarantine/{id}',
      '/v1/cross-references',
      '/v1/audit/reads',
      '/v1/audit/break-glass',
    ];
    const writes = [
      '/v1/quarantine/{id}/resolve',
      '/v1/cross-references/forget',
      '/v1/properties/{uprn}/flags',
      ...['flags', 'merge', 'part'].map(what => `/v1/persons/{ref}/${what}`),
      ...['approve', 'refuse', 'review', 'clear', 'told'].map(decision => `/v1/flags/{id}/${decision}`),
    ];
    expect(routes.map(({ RouteKey }) => RouteKey).toSorted(), 'a new endpoint has its route here').toEqual(
      [
        ...reads.map(path => `GET ${path}`),
        ...writes.map(path => `POST ${path}`),
        ...sampleManifests.flatMap(({ system }) => [
          `POST /v1/systems/${system}/events`,
          `POST /v1/systems/${system}/receipts`,
          `POST /v1/systems/${system}/resend`,
          `PUT /v1/systems/${system}/flags`,
          `POST /v1/systems/${system}/files`,
          `GET /v1/systems/${system}/files/{fileId}`,
          `POST /v1/systems/${system}/files/{fileId}/believe`,
        ]),
        '$default',
      ].toSorted(),
    );
  });

  test('tells every function behind it what the issuer calls roles and scopes', async () => {
    const claimNames = 'Lintel.Repairs=repairs-officer';
    const named = await synthesise({ stage: 'prod', claimNames: { 'Lintel.Repairs': 'repairs-officer' } });
    const namesIn = (hub: Synthesised) =>
      hub.ofType('AWS::Lambda::Function').flatMap(({ id, Properties }) => {
        const told = Properties.Environment?.Variables?.CLAIM_NAMES;
        return told === undefined ? [] : [[plainName(id), told]];
      });
    const behind = named
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(({ Properties }) => plainName(Properties.IntegrationUri['Fn::GetAtt'][0]));
    expect(Object.fromEntries(namesIn(named))).toEqual(
      Object.fromEntries(behind.map(name => [name, claimNames])),
    );
    expect(namesIn(app)).toEqual([]);
  });

  test('takes its issuer and audiences as parameters', () => {
    const [authorizer] = app.ofType('AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.Properties.JwtConfiguration).toEqual({
      Issuer: { Ref: 'OidcIssuer' },
      Audience: { Ref: 'OidcAudiences' },
    });
    expect(app.template.Parameters).toMatchObject({ RoleClaim: { Default: 'role roles cognito:groups' } });
  });

  test('takes systems’ tokens of another issuer on their own routes, and on no other', async () => {
    const machines = {
      issuer: 'https://machines.example.org',
      audiences: ['repairs-client', 'leaks-client'],
    };
    const hub = await synthesise({ stage: 'prod', systemTokens: machines });
    const issuers = hub
      .ofType('AWS::ApiGatewayV2::Authorizer')
      .map(({ id, Properties }) => [id, Properties.JwtConfiguration.Issuer.Ref]);
    expect(issuers.map(([, ref]) => ref)).toEqual(['OidcIssuer', 'SystemsIssuer']);
    const issuerOf = Object.fromEntries(issuers);
    for (const { Properties } of hub.ofType('AWS::ApiGatewayV2::Route')) {
      const isOfSystem = /\/v1\/systems\/[a-z]/.test(Properties.RouteKey);
      const issuer = issuerOf[Properties.AuthorizerId.Ref];
      expect(issuer, Properties.RouteKey).toBe(isOfSystem ? 'SystemsIssuer' : 'OidcIssuer');
    }
    expect(hub.template.Parameters).toMatchObject({
      SystemsIssuer: { Default: machines.issuer },
      SystemsAudiences: { Type: 'CommaDelimitedList', Default: 'repairs-client,leaks-client' },
    });
  });

  test('is at the landlord’s own name where it has one, and then at no other', async () => {
    const certificate = 'arn:aws:acm:eu-west-2:111122223333:certificate/3f6c';
    const hub = await synthesise({ stage: 'prod', domain: { name: 'hub.example.org', certificate } });
    expect(hub.ofType('AWS::ApiGatewayV2::Api')[0]?.Properties.DisableExecuteApiEndpoint).toBe(true);
    const [domain] = hub.ofType('AWS::ApiGatewayV2::DomainName');
    expect(domain?.Properties).toMatchObject({
      DomainName: 'hub.example.org',
      DomainNameConfigurations: [
        { CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
    });
    expect(hub.ofType('AWS::ApiGatewayV2::ApiMapping')[0]).toMatchObject({
      Properties: { DomainName: { Ref: domain?.id }, Stage: '$default' },
      DependsOn: expect.arrayContaining([hub.ofType('AWS::ApiGatewayV2::Stage')[0]?.id]),
    });
    expect(hub.template.Outputs).toMatchObject({
      ApiUrl: { Value: 'https://hub.example.org' },
      ApiDomainTarget: { Value: { 'Fn::GetAtt': [domain?.id, 'RegionalDomainName'] } },
    });
    expect(app.ofType('AWS::ApiGatewayV2::Api')[0]?.Properties.DisableExecuteApiEndpoint).toBeUndefined();
  });

  test('is throttled, and logs who called which route but no home’s address or number', () => {
    const [stage] = app.ofType('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 40, ThrottlingBurstLimit: 80 },
    });
    const Format = stage?.Properties.AccessLogSettings.Format;
    expect(JSON.parse(Format)).toMatchObject({ route: '$context.routeKey', status: '$context.status' });
    expect(Format).not.toMatch(/context\.(path|identity)|querystring/i);
  });

  test('throttles each system’s own routes, so that one that sends all it can takes nothing from officers and others: every route takes as few, if it is not the hub’s own', () => {
    const [stage] = app.ofType('AWS::ApiGatewayV2::Stage');
    const routes = app.ofType('AWS::ApiGatewayV2::Route');
    const ofTheHub = routes.filter(({ Properties: { RouteKey } }) => !/\/v1\/systems\/[a-z]/.test(RouteKey));
    const limits: Record<string, { ThrottlingRateLimit: number }> = stage?.Properties.RouteSettings;
    const keys = ofTheHub.map(({ Properties }) => Properties.RouteKey);
    expect(keys).toEqual(expect.arrayContaining(['$default', 'GET /v1/flags/drift', 'GET /v1/flags']));
    expect(Object.keys(limits).toSorted()).toEqual(keys.toSorted());
    expect(routes).toHaveLength(ofTheHub.length + 7 * sampleManifests.length);
    const few = stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit;
    for (const limit of Object.values(limits)) expect(few).toBeLessThan(limit.ThrottlingRateLimit / 4);
    // CloudFormation takes the settings of a route only once it is there.
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(ofTheHub.map(({ id }) => id)));
  });
});
