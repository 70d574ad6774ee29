import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SystemManifest } from '../functions/adapters/contract.ts';
import { roleSchema } from '../functions/core/views/roles.ts';
import { claimNamesIn } from '../functions/shell/http/claim-names.ts';
import type { Stage } from './stages/all-stages.ts';
import { type Domain, ownAccount, type StageFile, type TokenSource } from './stages/stage-file.ts';

/** What differs between one deployment and another, as a stage's file says it and the stacks need it. */
export interface Settings
  extends Pick<
    StageFile,
    | 'account'
    | 'region'
    | 'tokens'
    | 'systemTokens'
    | 'domain'
    | 'keepsData'
    | 'archiveDays'
    | 'historyAfterMonths'
    | 'auditDays'
    | 'auditCopy'
    | 'batchSeconds'
    | 'accountConcurrency'
  > {
  stage: Stage;
  removalPolicy: RemovalPolicy;
  logRetention: RetentionDays;
  /** Where the metrics that are read from logs go. */
  metricNamespace: string;
  /** The claims that may hold an officer’s roles, parted by spaces. */
  roleClaim: string;
  /** What the issuer of tokens calls the hub’s roles and scopes, as `claimNamesIn` reads it; where empty, as the hub does. */
  claimNames: string;
  /** The AWS account (12 digits) or role (ARN) that a system uses its queues with; left out, this account. */
  principals: ReadonlyMap<string, string>;
}

const logRetention = {
  'a week': RetentionDays.ONE_WEEK,
  'three months': RetentionDays.THREE_MONTHS,
} as const;

/**
 * The settings of a stage, from its file.
 * @throws {Error} naming what the file says that cannot be, or which system it forgets, and how to put it right
 */
export function settingsOf(stage: Stage, file: StageFile, manifests: readonly SystemManifest[]): Settings {
  const { claimNames, principals, roleClaims, logs, ...rest } = file;
  refuseImpossible(stage, file);
  return {
    ...rest,
    stage,
    removalPolicy: file.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    logRetention: logRetention[logs],
    metricNamespace: `Lintel/${stage}`,
    roleClaim: roleClaims.join(' '),
    claimNames: claimNamesOf(claimNames, manifests),
    principals: principalsOf(stage, principals, manifests),
  };
}

/** SQS gathers for five minutes at the most. */
const longestBatch = 300;

const isWhole = (value: number, most: number) => Number.isInteger(value) && value > 0 && value <= most;

/** API Gateway's quota of audiences of an authoriser. */
const mostAudiences = 50;
const howToNameTokens = `give the "iss" of the tokens, over https, and up to ${mostAudiences} audiences without spaces and commas`;

function isNoSource({ issuer, audiences }: TokenSource): boolean {
  const isUrl = URL.canParse(issuer) && new URL(issuer).protocol === 'https:';
  const areNames = audiences.length > 0 && audiences.every(one => /^[^\s,]+$/.test(one));
  return !isUrl || !areNames || audiences.length > mostAudiences;
}

function isNoDomain({ name, certificate }: Domain, region: string): boolean {
  const isName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name);
  return !isName || !new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/\\S+$`).test(certificate);
}

/** What can be wrong in a file, though it compiles: the name of the setting, whether it is, and what it may be. */
const checks: readonly [name: keyof StageFile, isWrong: (file: StageFile) => boolean, how: string][] = [
  ['account', ({ account = '0'.repeat(12) }) => !/^\d{12}$/.test(account), 'an account has 12 digits'],
  ['region', ({ region }) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region), 'a region is called as eu-west-2'],
  ['tokens', ({ tokens }) => tokens !== undefined && isNoSource(tokens), howToNameTokens],
  [
    'systemTokens',
    ({ systemTokens }) => systemTokens !== undefined && isNoSource(systemTokens),
    howToNameTokens,
  ],
  [
    'systemTokens',
    ({ tokens, systemTokens }) => systemTokens !== undefined && systemTokens.issuer === tokens?.issuer,
    'it is another issuer than that of tokens: name the audiences of both there',
  ],
  [
    'domain',
    ({ domain, region }) => domain !== undefined && isNoDomain(domain, region),
    'give a name such as hub.example.org and the ARN of its certificate in the same region',
  ],
  [
    'roleClaims',
    ({ roleClaims }) => roleClaims.length === 0 || roleClaims.some(claim => !/^\S+$/.test(claim)),
    'give one claim at least, without spaces',
  ],
  [
    'historyAfterMonths',
    ({ historyAfterMonths }) => !isWhole(historyAfterMonths, 1200),
    'give a number of months',
  ],
  ['archiveDays', ({ archiveDays }) => !isWhole(archiveDays, 99_999), 'give a number of days'],
  ['auditDays', ({ auditDays }) => !isWhole(auditDays, 99_999), 'give a number of days'],
  [
    'batchSeconds',
    ({ batchSeconds: { bulk, ...others } }) =>
      !isWhole(bulk, longestBatch) ||
      Object.values(others).some(one => one !== 0 && !isWhole(one, longestBatch)),
    `give seconds from 0 to ${longestBatch}, for bulk from 1: it takes more than ten messages at once`,
  ],
  [
    'accountConcurrency',
    ({ accountConcurrency: limit }) => limit !== undefined && !isWhole(limit, 999_999),
    "give the account's limit, such as 1000, or undefined",
  ],
];

function refuseImpossible(stage: Stage, file: StageFile): void {
  if (!/^[a-z][a-z0-9]*$/.test(stage)) {
    throw new Error(
      `No stage can be called ${stage}: give letters and digits alone, or its stacks could be called as another's`,
    );
  }
  for (const [name, isWrong, how] of checks) {
    if (isWrong(file)) throw new Error(`${stage}: ${name} is ${JSON.stringify(file[name])}: ${how}`);
  }
}

function claimNamesOf(names: StageFile['claimNames'], manifests: readonly SystemManifest[]): string {
  const text = Object.entries(names)
    .map(name => name.join('='))
    .join(' ');
  const known = [...roleSchema.options, ...scopesOf(manifests)];
  try {
    for (const [theirs, ours] of claimNamesIn(text)) {
      if (known.includes(ours)) continue;
      throw new RangeError(`there is no role or scope ${JSON.stringify(ours)}, which ${theirs} is to mean`);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`claimNames: ${error.message}. Roles and scopes: ${known.join(', ')}`);
  }
  return text;
}

function scopesOf(manifests: readonly SystemManifest[]): string[] {
  return ['lintel/read', 'lintel/write', ...manifests.map(({ system }) => `lintel/${system}.publish`)];
}

/** Each system's, by name: one that is forgotten would lose its access without a word. */
function principalsOf(
  stage: Stage,
  given: StageFile['principals'],
  manifests: readonly SystemManifest[],
): Map<string, string> {
  if (given === ownAccount) return new Map();
  const systems: readonly string[] = manifests.map(({ system }) => system);
  for (const [system, principal] of Object.entries(given)) {
    if (!systems.includes(system))
      throw new Error(`${stage}: principals names ${system}, which is no system`);
    if (/^(\d{12}|arn:aws:iam::\d{12}:role\/\S+)$/.test(principal)) continue;
    const how = 'give an account of 12 digits or the ARN of a role';
    throw new Error(`${stage}: the principal of ${system} is ${JSON.stringify(principal)}: ${how}`);
  }
  const forgotten = systems.filter(system => given[system] === undefined);
  if (forgotten.length === 0) return new Map(Object.entries(given));
  throw new Error(
    `${stage}: principals does not say who uses the queues of ${forgotten.join(', ')}: give an account of 12 digits or the ARN of a role`,
  );
}
