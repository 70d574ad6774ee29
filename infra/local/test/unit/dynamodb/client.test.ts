import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DynamoDbCall, dynamoDbCalls } from '../../../dynamodb/client.ts';

let server: Server;
let call: DynamoDbCall;
let asked: number;
let broken: number;

beforeEach(async () => {
  [asked, broken] = [0, 0];
  server = createServer((request, response) => {
    asked++;
    if (asked <= broken) request.socket.resetAndDestroy();
    else response.end('{"Records":[]}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  call = dynamoDbCalls(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(() => server.close());

it('reads a stream again when the connection breaks', async () => {
  broken = 3;
  expect(await call('DynamoDBStreams', 'GetRecords', {})).toEqual({ Records: [] });
  expect(asked).toBe(4);
});

it('gives up when it keeps breaking', async () => {
  broken = Infinity;
  await expect(call('DynamoDBStreams', 'GetRecords', {})).rejects.toThrow('fetch failed');
});

it('never writes twice', async () => {
  broken = 1;
  await expect(call('DynamoDB', 'CreateTable', {})).rejects.toThrow('fetch failed');
  expect(asked).toBe(1);
});
