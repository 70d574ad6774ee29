import { describe, expect, test } from 'vitest';
import { systemShares } from '../../infra/constructs/system-shares.ts';
import { plainName, type Synthesised, sampleManifests, synthesise, type Told } from './synthesised.ts';

/** What each function has for itself, where it has. */
function reservedIn(app: Synthesised): Record<string, number> {
  const functions = app.ofType('AWS::Lambda::Function');
  return Object.fromEntries(
    functions.flatMap(({ id, Properties: { ReservedConcurrentExecutions: share } }) =>
      share === undefined ? [] : [[plainName(id), share]],
    ),
  );
}

describe('a system that floods the hub', () => {
  test('has in prod its share of the functions that may run at once, and leaves the account half of all', async () => {
    const app = await synthesise({ stage: 'prod' });
    const reserved = reservedIn(app);
    const ofSystems = ['InboundReceiveFunction', 'FilesFunction', 'OutboundDeliverFunction'].flatMap(part =>
      ['Leaks', 'Repairs', 'TenancySupport'].map(system => `${system}${part}`),
    );
    expect(Object.keys(reserved).toSorted()).toEqual(ofSystems.toSorted());
    expect(reserved).toMatchObject({
      RepairsInboundReceiveFunction: 116,
      RepairsFilesFunction: 16,
      RepairsOutboundDeliverFunction: 33,
    });
    const all = Object.values(reserved).reduce((sum, share) => sum + share, 0);
    expect(1000 - all).toBeGreaterThanOrEqual(500);
  });

  test('has never less than its queues feed at once', async () => {
    const app = await synthesise({ stage: 'prod', accountConcurrency: 300 });
    const reserved = reservedIn(app);
    const fed = app
      .ofType('AWS::Lambda::EventSourceMapping')
      .flatMap(({ Properties: { FunctionName, ScalingConfig } }) =>
        plainName(FunctionName.Ref) in reserved
          ? [[plainName(FunctionName.Ref), ScalingConfig.MaximumConcurrency] as const]
          : [],
      );
    expect(fed).toHaveLength(3 * sampleManifests.length);
    for (const [name, number] of fed) expect(reserved[name], name).toBeGreaterThan(number);
  });

  test.each<Told>([{ stage: 'dev' }, { stage: 'test' }, { stage: 'prod', accountConcurrency: undefined }])(
    'has no share in %j, where the account may have too few to give',
    async context => {
      expect(reservedIn(await synthesise(context))).toEqual({});
    },
  );

  test.each([
    [10, 5],
    [199, 1],
    [300, 5],
    [1000, 12],
  ])('cannot have one of %i among %i, and the synthesis says so', (limit, systems) => {
    expect(() => systemShares(limit, systems)).toThrow(
      `accountConcurrency is ${limit}, too few for ${systems} systems`,
    );
  });

  test.each([
    [1000, 5, { receive: 70, files: 10, deliver: 20 }],
    [1000, 10, { receive: 35, files: 5, deliver: 10 }],
  ])('has of %i among %i as much as every other', (limit, systems, shares) => {
    expect(systemShares(limit, systems)).toEqual(shares);
  });
});
