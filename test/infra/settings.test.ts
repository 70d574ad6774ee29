import { expect, test } from 'vitest';
import { settingsOf } from '../../infra/settings.ts';
import { sampleManifests } from './synthesised.ts';

function settings(context: Record<string, unknown> = {}) {
  return settingsOf(key => context[key], sampleManifests);
}

test('without context it is dev in London, and may be deleted', () => {
  expect(settings()).toMatchObject({
    stage: 'dev',
    region: 'eu-west-2',
    keepsData: false,
    removalPolicy: 'destroy',
  });
});

test.each(['test', 'prod'])('%s keeps its data', stage => {
  expect(settings({ stage })).toMatchObject({ keepsData: true, removalPolicy: 'retain' });
});

test('the region is London unless told otherwise', () => {
  expect(settings({ region: 'eu-west-1' }).region).toBe('eu-west-1');
});

test('who read what is kept for six years unless told otherwise', () => {
  expect(settings().auditDays).toBe(2192);
  expect(settings({ auditDays: '3650' }).auditDays).toBe(3650);
  expect(() => settings({ auditDays: 'for ever' })).toThrow('auditDays is "for ever": give a number of days');
});

test('the audit is copied out of reach only where that is wanted', () => {
  expect([settings().auditCopy, settings({ auditCopy: 'on' }).auditCopy]).toEqual([false, true]);
  expect(() => settings({ auditCopy: 'yes' })).toThrow('auditCopy is "yes": give on or off');
});

test('systems have shares of 1,000 functions in prod, and of none elsewhere, unless told otherwise', () => {
  const limit = (context: Record<string, unknown>) => settings(context).accountConcurrency;
  expect([limit({}), limit({ stage: 'test' }), limit({ stage: 'prod' })]).toEqual([
    undefined,
    undefined,
    1000,
  ]);
  expect(limit({ accountConcurrency: '3000' })).toBe(3000);
  expect(limit({ stage: 'prod', accountConcurrency: 'none' })).toBeUndefined();
  expect(() => limit({ accountConcurrency: 'many' })).toThrow('accountConcurrency is "many": give');
});

test('what the issuer calls roles and scopes is nothing else unless told otherwise', () => {
  const claimNames = 'Lintel.Repairs=repairs-officer Lintel.Publish=lintel/leaks.publish';
  expect(settings().claimNames).toBe('');
  expect(settings({ claimNames })).toMatchObject({ claimNames });
});

test.each([
  ['Lintel.Boss=mayor', /no role or scope "mayor", which Lintel.Boss is to mean.*repairs-officer/],
  ['Lintel.Publish=lintel/lettings.publish', /no role or scope "lintel\/lettings.publish"/],
  ['Lintel.Repairs', /"Lintel.Repairs" is not written as/],
  [['Lintel.Repairs'], /parted by spaces/],
])('the name %j of the issuer’s is refused', (claimNames, why) => {
  expect(() => settings({ claimNames })).toThrow(why);
});

test('an unknown stage is refused, naming those there are', () => {
  expect(() => settings({ stage: 'production' })).toThrow(
    'There is no stage "production": give one of dev, test, prod',
  );
});

test('a system’s principal is an account or a role, and only its own', () => {
  const role = 'arn:aws:iam::444455556666:role/leaks-feed';
  const { principals } = settings({ 'principal:repairs': '111122223333', 'principal:leaks': role });
  expect([...principals]).toEqual([
    ['repairs', '111122223333'],
    ['leaks', role],
  ]);
});

test.each(['*', '11112222333', 'arn:aws:iam::444455556666:user/somebody', 'arn:aws:s3:::bucket'])(
  'the principal %s is refused, naming the system',
  principal => {
    expect(() => settings({ 'principal:leaks': principal })).toThrow(
      /^principal:leaks is .*12 digits or the ARN of a role/,
    );
  },
);
