import { ownAccount, type StageFile } from './stage-file.ts';
import { sixYears, twoYears } from './times.ts';

/** For trying out with what others send. */
export const test: StageFile = {
  account: undefined,
  region: 'eu-west-2',
  tokens: undefined,
  systemTokens: undefined,
  domain: undefined,
  roleClaims: ['role', 'roles', 'cognito:groups'],
  claimNames: {},
  principals: ownAccount,
  keepsData: true,
  logs: 'three months',
  archiveDays: 30,
  historyAfterMonths: twoYears,
  auditDays: sixYears,
  auditCopy: false,
  batchSeconds: { inbound: 0, record: 0, bulk: 1, outbound: 0 },
  accountConcurrency: undefined,
};
