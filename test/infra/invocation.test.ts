import { expect, test } from 'vitest';
import { plainName, referenceOf, synthesise } from './synthesised.ts';

test('API Gateway may invoke each function that has routes, by one permission for all of them, the default route too', async () => {
  const app = await synthesise();
  const targets = app.ofType('AWS::ApiGatewayV2::Integration').map(({ Properties }) => Properties);
  const functions = new Set(targets.map(({ IntegrationUri }) => plainName(referenceOf(IntegrationUri))));
  const permitted = app
    .ofType('AWS::Lambda::Permission')
    .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com')
    .map(({ Properties }) => ({
      name: plainName(referenceOf(Properties.FunctionName)),
      source: JSON.stringify(Properties.SourceArn),
    }));
  expect(targets).toHaveLength(functions.size);
  expect(permitted.map(({ name }) => name).toSorted()).toEqual([...functions].toSorted());
  // `$default` has neither method nor path: a third star would leave it out.
  for (const { name, source } of permitted) expect(source, name).toMatch(/"\/\*\/\*"/);
});
