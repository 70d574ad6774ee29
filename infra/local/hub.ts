import type { Engine } from './dynamodb/engine.ts';
import type { JsonObject } from './json.ts';
import type { LogLine } from './lambda/logs.ts';
import type { SystemClient } from './oidc/client-credentials.ts';
import type { UserToken } from './oidc/issuer.ts';
import type { MessageAttribute } from './sqs/queues.ts';

/** What to play and with what. */
export interface LocalHubOptions {
  /** The folder `cdk synth` wrote. */
  readonly outDir: string;
  /** Values of the template's parameters; those that want the local issuer get its address here. */
  readonly parameters?: (local: { readonly issuerUrl: string }) => Readonly<Record<string, string>>;
  /** Systems that may ask the local issuer for a token. */
  readonly clients?: readonly SystemClient[];
  /** Values of secrets, by name or logical id (CDK's hash may be left out); the others as the template says. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Whether rules go off by the clock, as the hub's time passes; else `invoke` does what they would. */
  readonly byTheClock?: boolean;
  /** How many invocations of one function run at once. Two, unless told otherwise. */
  readonly environmentsPerFunction?: number;
  /** Where to append what the functions write. */
  readonly logFile?: string;
  /**
   * A DynamoDB Local that runs already and that others use as well: the tables get names of their own, and are deleted
   * at the end. Else the hub starts one for itself.
   */
  readonly engine?: Pick<Engine, 'endpoint'>;
}

/** A service an SDK client can be pointed at. */
export type ServiceName = 'dynamodb' | 's3' | 'sqs' | 'eventbridge' | 'secretsmanager';

/** Settings for an SDK client. */
interface ClientConfig {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A message in a dead-letter queue. */
export interface DeadLetter {
  readonly queue: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** How to wait for rest. */
export interface SettleOptions {
  /** Whether messages in dead-letter queues are expected. */
  readonly allowDeadLetters?: boolean;
  /** Ten minutes, unless told otherwise. */
  readonly timeoutMs?: number;
}

/** A synthesised app, running on this machine. */
export interface LocalHub {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  readonly endpoints: Readonly<Record<ServiceName, string>>;
  /** The stacks' outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * Sets the time every function sees; it flows on from there. What was deferred until then comes again, and the rules
   * that are due by the clock have gone off. From then on the
   * tables keep what expires.
   */
  setTime(date: Date): Promise<void>;
  /** The hub's time. */
  now(): Date;
  /**
   * Waits until nothing is left to do now; what a function deferred by half a minute or more is for later.
   *
   * @throws when a message lies in a dead-letter queue, when time is up, or when the runner failed
   */
  settled(options?: SettleOptions): Promise<void>;
  mintUserToken(user: UserToken): Promise<string>;
  /** URL of a queue, by name or logical id (CDK's hash may be left out). */
  queueUrl(key: string): string;
  /** Name of a table, by name or logical id. */
  tableName(key: string): string;
  /** Settings that point an SDK client at the hub. */
  awsConfig(service: ServiceName): ClientConfig;
  /** Invokes a function, by name or logical id, and gives its result. */
  invoke(key: string, event: unknown): Promise<unknown>;
  /** Processor time that each function took so far, in milliseconds by its name. */
  processorMs(): ReadonlyMap<string, number>;
  /** What the functions wrote, the latest twenty thousand lines. */
  functionLogs(): readonly LogLine[];
  deadLetters(): Promise<DeadLetter[]>;
  /** Every event the app's archives keep, oldest first. */
  archive(): readonly JsonObject[];
  /** Stops everything and leaves nothing behind. */
  stop(): Promise<void>;
}
