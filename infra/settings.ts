import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { SystemManifest } from '../functions/adapters/contract.ts';
import { roleSchema } from '../functions/core/views/roles.ts';
import { claimNamesIn } from '../functions/shell/http/claim-names.ts';

/** The environments that Lintel is deployed to. */
export const stages = ['dev', 'test', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** What differs between one deployment and another. */
export interface Settings {
  stage: Stage;
  region: string;
  /** Tables with residents' records outlive a mistaken deletion of the stack. */
  keepsData: boolean;
  removalPolicy: RemovalPolicy;
  logRetention: RetentionDays;
  /** Where the metrics that are read from logs go. */
  metricNamespace: string;
  /** How long the bus keeps every event for a replay, in days. */
  archiveDays: number;
  /** How long it is kept who read what about whom, in days. */
  auditDays: number;
  /** Whether the audit is also copied where nobody can change or delete it, for as long. */
  auditCopy: boolean;
  /** How many of the account's functions may run at once, of which each system has its share; left out, nobody has one. */
  accountConcurrency: number | undefined;
  /** What the issuer of tokens calls the hub’s roles and scopes, as `claimNamesIn` reads it; where empty, as the hub does. */
  claimNames: string;
  /** The AWS account (12 digits) or role (ARN) that a system uses its queues with; left out, this account. */
  principals: ReadonlyMap<string, string>;
}

/** Seven years: a claim for breach of a tenancy may be brought for six (Limitation Act 1980, s. 5), and one to answer. */
const prodArchiveDays = 7 * 365;

/** Six years, in which a claim may be brought about what was done with somebody's data (Limitation Act 1980, s. 2). */
const usualAuditDays = 6 * 365 + 2;

/** The stage of that name. @throws {Error} naming the stages there are. */
export function stageOf(name: unknown): Stage {
  const stage = stages.find(known => known === name);
  if (stage === undefined) {
    throw new Error(`There is no stage ${JSON.stringify(name)}: give one of ${stages.join(', ')}`);
  }
  return stage;
}

/**
 * Reads the deployment's settings from CDK context: `stage` (dev when not given), `region` (eu-west-2, London,
 * when not given), `auditDays` (six years when not given), `auditCopy` (off when not given), `accountConcurrency`
 * (1,000 in prod, else none, when not given), `claimNames` and `principal:<system>`.
 *
 * @throws {Error} when the stage is unknown, the days are no number, a switch is neither on nor off, a name of the issuer’s is to mean what the hub does
 *   not know, or a principal is neither an account nor a role
 */
export function settingsOf(
  context: (key: string) => unknown,
  manifests: readonly SystemManifest[],
): Settings {
  const stage = stageOf(context('stage') ?? 'dev');
  const keepsData = stage !== 'dev';
  return {
    stage,
    region: String(context('region') ?? 'eu-west-2'),
    keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    logRetention: keepsData ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK,
    metricNamespace: `Lintel/${stage}`,
    archiveDays: stage === 'prod' ? prodArchiveDays : 30,
    auditDays: daysOf(context('auditDays') ?? usualAuditDays),
    auditCopy: isOn('auditCopy', context('auditCopy') ?? 'off'),
    accountConcurrency: concurrencyOf(context('accountConcurrency') ?? (stage === 'prod' ? 1000 : 'none')),
    claimNames: claimNamesOf(context('claimNames') ?? '', manifests),
    principals: new Map(
      manifests.flatMap(({ system }) => principalOf(system, context(`principal:${system}`))),
    ),
  };
}

function daysOf(days: unknown): number {
  if (/^[1-9]\d{0,4}$/.test(String(days))) return Number(days);
  throw new Error(`auditDays is ${JSON.stringify(days)}: give a number of days, such as ${usualAuditDays}`);
}

function isOn(name: string, value: unknown): boolean {
  if (value === 'on' || value === 'off') return value === 'on';
  throw new Error(`${name} is ${JSON.stringify(value)}: give on or off`);
}

function concurrencyOf(limit: unknown): number | undefined {
  if (limit === 'none') return undefined;
  if (/^[1-9]\d{0,5}$/.test(String(limit))) return Number(limit);
  throw new Error(
    `accountConcurrency is ${JSON.stringify(limit)}: give the account's limit, such as 1000, or none`,
  );
}

function claimNamesOf(text: unknown, manifests: readonly SystemManifest[]): string {
  const how = 'Give them as <the issuer’s name>=<role or scope>, parted by spaces';
  if (typeof text !== 'string') throw new Error(`claimNames is ${JSON.stringify(text)}. ${how}`);
  const known = [...roleSchema.options, ...scopesOf(manifests)];
  try {
    for (const [theirs, ours] of claimNamesIn(text)) {
      if (known.includes(ours)) continue;
      throw new RangeError(`there is no role or scope ${JSON.stringify(ours)}, which ${theirs} is to mean`);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`claimNames: ${error.message}. ${how}. Roles and scopes: ${known.join(', ')}`);
  }
  return text;
}

function scopesOf(manifests: readonly SystemManifest[]): string[] {
  return ['lintel/read', 'lintel/write', ...manifests.map(({ system }) => `lintel/${system}.publish`)];
}

function principalOf(system: string, principal: unknown): [string, string][] {
  if (principal === undefined) return [];
  if (typeof principal === 'string' && /^(\d{12}|arn:aws:iam::\d{12}:role\/\S+)$/.test(principal)) {
    return [[system, principal]];
  }
  throw new Error(
    `principal:${system} is ${JSON.stringify(principal)}: give an account of 12 digits or the ARN of a role`,
  );
}
