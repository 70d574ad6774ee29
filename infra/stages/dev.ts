import { ownAccount, type StageFile } from './stage-file.ts';
import { sixYears, twoYears } from './times.ts';

/** For trying out: may be deleted with all that is in it. */
export const dev: StageFile = {
  account: undefined,
  region: 'eu-west-2',
  tokens: undefined,
  systemTokens: undefined,
  domain: undefined,
  roleClaims: ['role', 'roles', 'cognito:groups'],
  claimNames: {},
  principals: ownAccount,
  keepsData: false,
  logs: 'a week',
  archiveDays: 30,
  historyAfterMonths: twoYears,
  auditDays: sixYears,
  auditCopy: false,
  batchSeconds: { inbound: 0, record: 0, bulk: 1, outbound: 0 },
  accountConcurrency: undefined,
};
