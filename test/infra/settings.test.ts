import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../infra/settings.ts';
import { type Stage, stageFiles, stageOf } from '../../infra/stages/all-stages.ts';
import { ownAccount, type StageFile } from '../../infra/stages/stage-file.ts';
import { sampleManifests } from './synthesised.ts';

function settings(told: Partial<StageFile> = {}, stage: Stage = 'dev') {
  return settingsOf(stage, { ...stageFiles[stage], ...told }, sampleManifests);
}

describe('what the stages’ files say', () => {
  test('dev is in London, may be deleted, and gives nobody a share', () => {
    expect(settings()).toMatchObject({
      stage: 'dev',
      region: 'eu-west-2',
      keepsData: false,
      removalPolicy: 'destroy',
      accountConcurrency: undefined,
    });
  });

  test.each(['test', 'prod'] as const)('%s keeps its data', stage => {
    expect(settings({}, stage)).toMatchObject({ keepsData: true, removalPolicy: 'retain' });
  });

  test('who read what is kept for six years, events in prod for seven, and nothing is locked', () => {
    expect(settings({}, 'prod')).toMatchObject({ auditDays: 2192, archiveDays: 400, auditCopy: false });
  });

  test('systems have shares of 1,000 functions in prod', () => {
    expect(settings({}, 'prod').accountConcurrency).toBe(1000);
  });
});

test('an unknown stage is refused, naming those there are', () => {
  expect(() => stageOf('production')).toThrow('There is no stage "production": give one of dev, test, prod');
});

test.each(['north-prod', 'prod-data', 'Prod', '2nd'])('no stage can be called %s', name => {
  expect(() => settingsOf(name as Stage, stageFiles.dev, sampleManifests)).toThrow(
    `No stage can be called ${name}: give letters and digits alone`,
  );
});

const everybody = { repairs: '111122223333', leaks: '111122223333', 'tenancy-support': '111122223333' };

describe('who uses the queues of systems', () => {
  test('is an account or a role for each, or for all the hub’s own account', () => {
    const leaks = 'arn:aws:iam::444455556666:role/leaks-feed';
    const { principals } = settings({ principals: { ...everybody, leaks } });
    expect(principals.get('leaks')).toBe(leaks);
    expect(principals.get('repairs')).toBe('111122223333');
    expect(settings({ principals: ownAccount }).principals).toEqual(new Map());
  });

  test('may not be forgotten for one of them, who would have no access any more', () => {
    const { leaks: _, ...others } = everybody;
    expect(() => settings({ principals: others })).toThrow(
      'dev: principals does not say who uses the queues of leaks: give an account of 12 digits or the ARN of a role',
    );
  });

  test('may not be said of a system that is none', () => {
    expect(() => settings({ principals: { ...everybody, lettings: '111122223333' } })).toThrow(
      'dev: principals names lettings, which is no system',
    );
  });

  test.each(['*', '11112222333', 'arn:aws:iam::444455556666:user/somebody', 'arn:aws:s3:::bucket'])(
    'may not be %s',
    leaks => {
      expect(() => settings({ principals: { ...everybody, leaks } })).toThrow(
        /^dev: the principal of leaks is .*12 digits or the ARN of a role/,
      );
    },
  );
});

test('what the issuer calls roles and scopes is handed on', () => {
  const claimNames = { 'Lintel.Repairs': 'repairs-officer', 'Lintel.Publish': 'lintel/leaks.publish' };
  expect(settings().claimNames).toBe('');
  expect(settings({ claimNames }).claimNames).toBe(
    'Lintel.Repairs=repairs-officer Lintel.Publish=lintel/leaks.publish',
  );
});

const issuer = 'https://login.example.org';
const certificate = 'arn:aws:acm:eu-west-2:111122223333:certificate/3f6c';

test.each([
  [{ claimNames: { 'Lintel.Boss': 'mayor' } }, /no role or scope "mayor", which Lintel.Boss is to mean/],
  [{ claimNames: { 'Lintel.Publish': 'lintel/lettings.publish' } }, /no role or scope "lintel\/lettings/],
  [{ claimNames: { 'two words': 'manager' } }, /^claimNames: "two" is not written as/],
  [{ account: '12' }, 'dev: account is "12": an account has 12 digits'],
  [{ region: 'London' }, 'dev: region is "London": a region is called as eu-west-2'],
  [{ tokens: { issuer: 'http://login.example.org', audiences: ['hub'] } }, /^dev: tokens is .* over https/],
  [{ tokens: { issuer, audiences: ['two words'] } }, /^dev: tokens is .* without spaces and commas/],
  [{ tokens: { issuer, audiences: [] } }, 'dev: tokens is {"issuer"'],
  [
    { tokens: { issuer, audiences: Array.from({ length: 51 }, (_, at) => `client-${at}`) } },
    /up to 50 audiences/,
  ],
  [{ systemTokens: { issuer: 'machines', audiences: ['hub'] } }, /^dev: systemTokens is .* over https/],
  [
    { tokens: { issuer, audiences: ['hub'] }, systemTokens: { issuer, audiences: ['machines'] } },
    /^dev: systemTokens is .*: it is another issuer/,
  ],
  [{ domain: { name: 'https://hub.example.org', certificate } }, /^dev: domain is .* a name such as/],
  [
    { domain: { name: 'hub.example.org', certificate: certificate.replace('eu-west-2', 'us-east-1') } },
    /^dev: domain is .* in the same region/,
  ],
  [{ roleClaims: [] }, 'dev: roleClaims is []: give one claim at least'],
  [{ auditDays: 0 }, 'dev: auditDays is 0: give a number of days'],
  [{ archiveDays: 1.5 }, 'dev: archiveDays is 1.5: give a number of days'],
  [{ accountConcurrency: -1 }, "dev: accountConcurrency is -1: give the account's limit"],
] satisfies [Partial<StageFile>, RegExp | string][])('%j is refused, with a way out', (told, why) => {
  expect(() => settings(told)).toThrow(why);
});

test.each([
  { inbound: 0, record: 0, bulk: 0, outbound: 0 },
  { inbound: -1, record: 0, bulk: 1, outbound: 0 },
  { inbound: 0, record: 0.5, bulk: 1, outbound: 0 },
  { inbound: 0, record: 0, bulk: 1, outbound: 301 },
])('queues cannot gather for %j seconds', batchSeconds => {
  expect(() => settings({ batchSeconds })).toThrow(/^dev: batchSeconds is .*: give seconds from 0 to 300/);
});
