import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import { answerControl } from './control.ts';
import { type DynamoDbCall, dynamoDbCalls } from './dynamodb/client.ts';
import type { StreamSource } from './dynamodb/stream-source.ts';
import { createTable, deleteTables, type LocalTable } from './dynamodb/tables.ts';
import { type EventBuses, openEventBuses } from './events/bus.ts';
import { type Schedules, startSchedules } from './events/schedules.ts';
import { BODY_LIMIT, openGateway } from './http-api/gateway.ts';
import type { LocalHubOptions } from './hub.ts';
import { createFunction, type LocalFunctions } from './lambda/functions.ts';
import { searchLogs } from './lambda/log-search.ts';
import type { FunctionLogs } from './lambda/logs.ts';
import { type Issuer, openIssuer } from './oidc/issuer.ts';
import type { HubPlan } from './plan/plan.ts';
import { objectCreated } from './s3/object-created.ts';
import { fillVault } from './secrets/vault.ts';
import type { Services } from './start-services.ts';
import { startSources } from './start-sources.ts';
import type { Stops } from './stops.ts';

const ENVIRONMENTS_PER_FUNCTION = 2;
/** Whom tokens are for when no route asks. */
const ANY_AUDIENCE = 'local';

/** What the start of the template's resources needs. */
export interface StartSettings {
  readonly options: LocalHubOptions;
  readonly plan: HubPlan;
  readonly services: Services;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly logs: FunctionLogs;
  readonly stops: Stops;
}

/** The template's resources, running. */
export interface Resources {
  readonly buses: EventBuses;
  readonly functions: LocalFunctions;
  readonly streams: readonly StreamSource[];
  readonly schedules: Schedules | undefined;
  readonly tables: readonly LocalTable[];
  readonly dynamoDb: DynamoDbCall;
  readonly dynamoDbEndpoint: string;
  readonly issuer: Issuer;
}

/**
 * Creates what the template asks for and sets it going: queues, buses, secrets and issuer while the
 * database starts, then tables, functions, the HTTP API and, last, the event sources.
 *
 * @param settings plan, services and what everything shares
 */
export async function startResources(settings: StartSettings): Promise<Resources> {
  const { options, plan, services, activity, clock } = settings;
  const { queues, buckets } = services;
  const vault = fillVault(plan.secrets, options.secrets ?? {}, clock.now());
  const buses = openEventBuses({ plan: plan.events, queues, activity, now: clock.now });
  const search = searchLogs(plan.functions, settings.logs);
  services.control.answerWith(question => answerControl({ buses, vault, logs: search }, question));
  const issuing = openIssuer(services.issuer, options.clients ?? [], audienceOf(plan));
  await Promise.all(plan.queues.map(queue => queues.create(queue)));
  await Promise.all(plan.buckets.map(bucket => buckets.create(bucket)));
  buckets.announceTo(object => buses.tellOfAws(objectCreated(object, randomUUID())));
  const issuer = await issuing;
  const { endpoint } = await services.engine;
  const dynamoDb = dynamoDbCalls(endpoint);
  if (options.engine !== undefined) settings.stops.add(() => deleteTables(dynamoDb, plan.tables));
  const tables = await Promise.all(plan.tables.map(table => createTable(dynamoDb, table)));
  const functions = createFunctions(settings, endpoint);
  if (plan.httpApi !== undefined) {
    const gateway = openGateway({ plan: plan.httpApi, functions, activity, now: clock.now });
    services.api.answerWith(gateway, BODY_LIMIT);
  }
  const streams = startSources({ ...settings, functions, tables, dynamoDb });
  const schedules = options.byTheClock === true ? startClockwork(settings, functions) : undefined;
  return { buses, functions, streams, schedules, tables, dynamoDb, dynamoDbEndpoint: endpoint, issuer };
}

function startClockwork(
  { plan, clock, activity, stops }: StartSettings,
  functions: LocalFunctions,
): Schedules {
  const { schedules: plans } = plan;
  const schedules = startSchedules({ plans, functions, now: clock.now, fault: activity.fault });
  stops.add(schedules.stop);
  return schedules;
}

function createFunctions(settings: StartSettings, dynamodb: string): LocalFunctions {
  const { options, plan, services, activity, clock, logs, stops } = settings;
  const { queues, control } = services;
  // One emulator answers for both.
  const endpoints = { dynamodb, sqs: queues.endpoint, s3: queues.endpoint, control: control.url };
  const environmentsPerFunction = options.environmentsPerFunction ?? ENVIRONMENTS_PER_FUNCTION;
  const compileCache = path.join(options.outDir, 'compile-cache');
  const surroundings = {
    endpoints,
    offset: clock.offset,
    logs,
    activity,
    environmentsPerFunction,
    compileCache,
  };
  const functions = new Map(plan.functions.map(each => [each.name, createFunction(each, surroundings)]));
  stops.add(() => Promise.all([...functions.values()].map(each => each.stop())));
  return functions;
}

/** The local issuer makes tokens for the audience the API's own authoriser asks for. */
function audienceOf({ httpApi }: HubPlan): string {
  return (
    httpApi?.routes.find(({ authorizer }) => authorizer !== undefined)?.authorizer?.audience[0] ??
    ANY_AUDIENCE
  );
}
