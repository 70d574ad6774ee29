import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { json, type LocalServer, listen } from '../../http-server.ts';

let server: LocalServer;
let faults: unknown[];

beforeEach(async () => {
  faults = [];
  server = await listen(error => faults.push(error));
});

afterEach(() => server.close());

it('takes a caller that hangs up in the middle of a request for no fault', async () => {
  let answered = 0;
  server.answerWith(() => Promise.resolve(json(200, ++answered)));
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST / HTTP/1.1\r\nHost: local\r\nContent-Length: 100\r\n\r\nhalf of it');
  // An answer to somebody else says that the server has read what came before.
  expect(await (await fetch(server.url)).json()).toBe(1);
  socket.resetAndDestroy();
  await once(socket, 'close');
  expect(await (await fetch(server.url)).json()).toBe(2);
  expect(faults).toEqual([]);
});

it('tells of an answer that cannot be made, and answers 500', async () => {
  const broken = new Error('told to fail');
  server.answerWith(() => Promise.reject(broken));
  expect((await fetch(server.url)).status).toBe(500);
  expect(faults).toEqual([broken]);
});
