import { dynamoDbCalls } from '@infra/local/dynamodb';
import { describe, expect, inject, it } from 'vitest';
import { askedSeed, runs } from '../../support/effort.ts';
import { differencesOf } from './run.ts';
import { tableKinds } from './tables.ts';

const operations = runs(600);

describe('the table in memory answers as DynamoDB Local does', () => {
  it.each(tableKinds)('to whatever the hub could ask of %s', async kind => {
    const endpoint = inject('dynamoDbEndpoint');
    const at = { endpoint, call: dynamoDbCalls(endpoint) };
    expect(await differencesOf(at, { kind, seed: askedSeed ?? 1, operations })).toEqual([]);
  });
});
