import { type Load, supposed } from './load.ts';
import type { PerEvent } from './measured.ts';

/** A limit of an account in London, and what the busiest second needs of it. */
export interface Need {
  readonly quota: string;
  readonly limit: number;
  readonly unit: string;
  readonly need: number;
  /** Whether AWS raises it when asked. */
  readonly raised: boolean;
  readonly source: string;
}

const secondsAYear = 365.25 * 24 * 60 * 60;
const eventbridge = 'docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html';
const dynamodb = 'docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html';
const lambdaPage = 'docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';
const apiPage = 'docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html';

/** The busiest second's source events. */
export function peakOf({ events }: Pick<Load, 'events'>): number {
  return (events / secondsAYear) * supposed.peak.value;
}

/** What the busiest second needs of each quota of London, where every event comes alone. */
export function needsOf(load: Load, { calls, writeUnits, readUnits }: PerEvent): Need[] {
  const peak = peakOf(load);
  const changes = peak * supposed.changesPerEvent.value;
  const deliveries = changes * supposed.entitledShare.value * load.systems;
  const { receiveMs, readMs, deliverMs } = supposed;
  const busy = peak * (receiveMs.value + calls * readMs.value) + deliveries * deliverMs.value;
  return [
    {
      quota: 'HTTP API requests',
      limit: 10_000,
      unit: 'a second',
      need: peak,
      raised: true,
      source: apiPage,
    },
    {
      quota: 'PutEvents',
      limit: 1_200,
      unit: 'a second',
      need: peak + changes,
      raised: true,
      source: eventbridge,
    },
    {
      quota: 'targets invoked by rules',
      limit: 2_250,
      unit: 'a second',
      need: peak + deliveries,
      raised: true,
      source: eventbridge,
    },
    {
      quota: 'rules of a bus',
      limit: 300,
      unit: 'rules',
      need: load.systems + 2,
      raised: true,
      source: eventbridge,
    },
    {
      quota: 'functions at once',
      limit: 1_000,
      unit: 'at once',
      need: busy / 1000,
      raised: true,
      source: lambdaPage,
    },
    {
      quota: 'writes of a table',
      limit: 40_000,
      unit: 'units a second',
      need: peak * writeUnits,
      raised: true,
      source: dynamodb,
    },
    {
      quota: 'reads of a table',
      limit: 40_000,
      unit: 'units a second',
      need: peak * readUnits,
      raised: true,
      source: dynamodb,
    },
    {
      quota: 'writes of one home',
      limit: 1_000,
      unit: 'units a second',
      need: writeUnits,
      raised: false,
      source: dynamodb,
    },
  ];
}
