import { ownAccount, type StageFile } from './stage-file.ts';
import { sixYears, thirteenMonths, twoYears } from './times.ts';

/** For a landlord's work. */
export const prod: StageFile = {
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
  archiveDays: thirteenMonths,
  historyAfterMonths: twoYears,
  auditDays: sixYears,
  auditCopy: false,
  batchSeconds: { inbound: 0, record: 0, bulk: 1, outbound: 0 },
  accountConcurrency: 1000,
};
