/** What a stage's file says where all systems use their queues from the hub's own account. */
export const ownAccount = 'the hub’s own account';

/** Who makes tokens, and for whom they are. */
export interface TokenSource {
  /** As in their "iss", over https. */
  issuer: string;
  /** Any of these is good: as in their "aud", or where they have none, as Cognito's, in their "client_id". */
  audiences: readonly string[];
}

/** A name of the landlord's own by which the API is called. */
export interface Domain {
  name: string;
  /** The ARN of its certificate, which ACM has in the same region. */
  certificate: string;
}

/** How many seconds each queue gathers messages before its function is given them. */
export interface BatchSeconds {
  /** What systems send through their queues. */
  inbound: number;
  /** News on its way to the records: somebody may be about to knock. */
  record: number;
  /** Files and long lists on their way to the records. */
  bulk: number;
  /** Flags on their way to a system. */
  outbound: number;
}

/** All that one stage is told. Nothing has a default: what is left out does not compile. */
export interface StageFile {
  /** 12 digits; undefined where that of whoever deploys will do. Then nothing keeps it from going into another. */
  account: string | undefined;
  region: string;
  /** Whose tokens the API takes; undefined where that is not known yet: nothing is deployed. */
  tokens: TokenSource | undefined;
  /** Whose tokens it takes of systems, on their own routes, where these have another issuer than officers do. */
  systemTokens: TokenSource | undefined;
  /** Where the API is; undefined where AWS's own address will do. With a name, that address is closed. */
  domain: Domain | undefined;
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
  /** How old a year of a home's events has to be, since it ended, before they leave the table for the bucket of history. */
  historyAfterMonths: number;
  /** How long it is kept who read what about whom. */
  auditDays: number;
  /** Whether the audit is also copied where nobody can change or delete it, for as long. There is no way back. */
  auditCopy: boolean;
  /** Fewer calls for more waiting: 0 hands over what there is. */
  batchSeconds: BatchSeconds;
  /** How many functions may run at once in the account, of which each system has its share; undefined: nobody has one. */
  accountConcurrency: number | undefined;
}
