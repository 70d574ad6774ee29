import { expect, test } from 'vitest';
import { plainName, referenceOf, synthesise } from './synthesised.ts';

test('API Gateway may invoke each function that has routes, once for all of them; the default route by its own word', async () => {
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
  const forAll = permitted.filter(({ source }) => source.includes('/*/*/*"'));
  expect(forAll.map(({ name }) => name).toSorted()).toEqual([...functions].toSorted());
  expect(permitted.filter(one => !forAll.includes(one))).toEqual([
    { name: 'ReaderFunction', source: expect.stringMatching(/\/\*\/\*"/) },
  ]);
});
