import { App } from 'aws-cdk-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { featureFlags } from '../../infra/build-app.ts';
import type { Cfn, Template } from '../../infra/merged-template.ts';
import { settingsOf } from '../../infra/settings.ts';
import { DataStack } from '../../infra/stacks/data-stack.ts';
import { stackNames } from '../../infra/stacks/stack-name.ts';
import { stageFiles } from '../../infra/stages/all-stages.ts';
import { manyManifests, type Synthesised, synthesise } from './synthesised.ts';

const [data, core, contracts, history] = [
  stackNames.data('prod'),
  stackNames.core('prod'),
  stackNames.contracts('prod'),
  stackNames.history('prod'),
];
/** More than AWS gives by itself: a hub of thirty systems in one account has its limit raised. */
const context = { stage: 'prod', accountConcurrency: 6000 } as const;

/** The names of all exports that a template imports. */
function importsOf(value: Cfn): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { 'Fn::ImportValue': name } = value;
  return name === undefined ? Object.values(value).flatMap(importsOf) : [name];
}

const exportsOf = ({ Outputs = {} }: Partial<Template>) =>
  Object.values(Outputs).flatMap(({ Export }) => (Export === undefined ? [] : [Export.Name as string]));
const sizeOf = ({ Resources = {} }: Partial<Template>) => Object.keys(Resources).length;
const textOf = (app: Synthesised, name: string) => JSON.stringify(app.stacks.get(name));

describe.each([1, 7, 12, 30])('a hub of %i systems', many => {
  let app: Synthesised;
  beforeAll(async () => {
    app = await synthesise(context, manyManifests(many));
  }, 120_000);

  test('is a stack of what is kept, one of the hub’s own, what moves old events, and one for each system, deployed in that order', () => {
    const systems = manyManifests(many).map(({ system }) => stackNames.system('prod', system));
    const [first, second, ...others] = [...app.stacks.keys()].filter(name => name !== contracts);
    expect(app.stacks.has(contracts)).toBe(true);
    expect([first, second, ...others.toSorted()]).toEqual([data, core, ...[history, ...systems].toSorted()]);
  });

  test('has no more than 120 resources in any stack, of the 500 that one may have', () => {
    for (const [name, template] of app.stacks) expect(sizeOf(template), name).toBeLessThanOrEqual(120);
  });

  test('is built in one direction: what is kept knows nothing of the hub, and the hub nothing of systems', () => {
    const places = new Map(
      [...app.stacks].flatMap(([name, one]) => exportsOf(one).map(each => [each, name])),
    );
    for (const [name, template] of app.stacks) {
      const from = new Set(importsOf(template).map(each => places.get(each)));
      const allowed = { [data]: [], [contracts]: [], [core]: [data], [history]: [data] }[name] ?? [
        data,
        core,
      ];
      expect([...from].toSorted(), name).toEqual(allowed.toSorted());
    }
  });

  test('leaves what is kept and the hub’s own as they are in a hub without systems', async () => {
    const none = await synthesise(context, []);
    for (const name of [data, core]) expect(textOf(app, name), name).toBe(textOf(none, name));
  });
});

test('what is kept is exported whether anybody imports it or not, so that nothing is taken back while it is in use', async () => {
  const hub = await synthesise(context, manyManifests(1));
  const app = new App({ analyticsReporting: false, postCliContext: featureFlags });
  const stack = new DataStack(app, settingsOf('prod', { ...stageFiles.prod, ...context }, []));
  const alone = app.synth().getStackByName(stack.stackName).template;
  expect(alone).toEqual(hub.stacks.get(data));
});

test('two landlords in one account have nothing by the same name', async () => {
  const [one, other] = [await synthesise({ stage: 'test' }), await synthesise({ stage: 'prod' })];
  const shared = namesIn(one).filter(name => namesIn(other).includes(name));
  expect(namesIn(one)).toEqual(
    expect.arrayContaining(['lintel-test', expect.stringMatching(/^Lintel-test-data:/)]),
  );
  expect(shared).toEqual([]);
});

/** What is called by name in an account: resources that have one, log groups' metrics, and exports. */
function namesIn(app: Synthesised): string[] {
  const { Resources } = app.template;
  const ofResources = Object.values(Resources).flatMap(({ Type, Properties = {} }: Cfn) =>
    Type === 'AWS::EventSchemas::Schema' || Type === 'AWS::ApiGatewayV2::Authorizer'
      ? []
      : [
          ...physical.map(property => Properties[property]),
          ...(Properties.MetricTransformations ?? []).map(({ MetricNamespace }: Cfn) => MetricNamespace),
        ],
  );
  const all = [...ofResources, ...[...app.stacks.values()].flatMap(exportsOf)];
  return all.filter(name => typeof name === 'string');
}

const physical = [
  'Name',
  ...[
    'Alarm',
    'Bucket',
    'Function',
    'LogGroup',
    'Queue',
    'Registry',
    'Role',
    'Rule',
    'Schedule',
    'Stack',
    'Table',
    'Topic',
  ].map(one => `${one}Name`),
];

test.each(['data', 'contracts', 'history'])('no system can be called %s, as a stack is', name => {
  expect(() => stackNames.system('prod', name)).toThrow(`No system can be called ${name}`);
});
