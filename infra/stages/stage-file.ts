/** What a stage's file says where all systems use their queues from the hub's own account. */
export const ownAccount = 'the hub’s own account';

/** All that one stage is told. Nothing has a default: what is left out does not compile. */
export interface StageFile {
  /** 12 digits; undefined where that of whoever deploys will do. Then nothing keeps it from going into another. */
  account: string | undefined;
  region: string;
  /** The issuer of tokens, as in their "iss", over https; undefined where it is not known yet: nothing is deployed. */
  issuer: string | undefined;
  /** Whom tokens are for, as in their "aud". */
  audience: string | undefined;
  /** The claims that may hold an officer's roles. */
  roleClaims: readonly string[];
  /** What the issuer calls roles and scopes, and what of the hub's own each of these means. */
  claimNames: Readonly<Record<string, string>>;
  /** The account (12 digits) or role (ARN) from which each system uses its queues. */
  principals: typeof ownAccount | Readonly<Record<string, string>>;
  /** Whether tables, archive and secrets outlive their stacks, which then refuse deletion. */
  keepsData: boolean;
  /** How long the functions' logs are kept. */
  logs: 'a week' | 'three months';
  /** How long the bus keeps every event for a replay. */
  archiveDays: number;
  /** How long it is kept who read what about whom. */
  auditDays: number;
  /** Whether the audit is also copied where nobody can change or delete it, for as long. There is no way back. */
  auditCopy: boolean;
  /** How many functions may run at once in the account, of which each system has its share; undefined: nobody has one. */
  accountConcurrency: number | undefined;
}
