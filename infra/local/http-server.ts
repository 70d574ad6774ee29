import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Longer than any client of ours keeps an idle connection, so that none is closed under a request. */
const KEEP_ALIVE_MS = 120_000;

/** An HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

/** A request with its body read. */
export interface HttpQuestion {
  readonly request: IncomingMessage;
  readonly body: Buffer;
}

/** Makes the answer to a request. */
export type Answer = (question: HttpQuestion) => Promise<HttpAnswer>;

/** A server on a free port of 127.0.0.1. */
export interface LocalServer {
  readonly url: string;
  /** Says who answers from now on. */
  answerWith(answer: Answer, bodyLimit?: number): void;
  close(): Promise<void>;
}

/**
 * Opens a server. Its address is known at once, what it answers can follow.
 *
 * @param onFault told of every error an answer ends in; the client gets a plain 500
 */
export async function listen(onFault: (error: unknown) => void): Promise<LocalServer> {
  let answer: Answer = notReady;
  let bodyLimit = Infinity;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handle(request, response, answer, bodyLimit).catch(error => {
      if (hungUp(request)) return;
      onFault(error);
      send(response, json(500, { message: 'Internal Server Error' }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answerWith(next, limit = Infinity) {
      answer = next;
      bodyLimit = limit;
    },
    close: () => close(server),
  };
}

/**
 * Builds a JSON answer.
 *
 * @param status HTTP status
 * @param value anything JSON can say
 * @param headers further headers, names in lower case
 */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** Nobody is left to answer: a function that was stopped in the middle of a call is no fault of the runner. */
function hungUp(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete;
}

function notReady(_question: HttpQuestion): Promise<HttpAnswer> {
  return Promise.resolve(json(503, { message: 'nothing answers here yet' }));
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  bodyLimit: number,
): Promise<void> {
  const body = await readBody(request, bodyLimit);
  if (body === undefined) {
    send(response, json(413, { message: 'Request Entity Too Large' }, { connection: 'close' }));
    return;
  }
  send(response, await answer({ request, body }));
}

/** Reads to the end even what is too large: a client that is still sending does not hear the answer. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
