import { never, type Process, thisProcess } from './process.ts';

/** A request that a function is about to send: exactly where its code awaits something outside the process. */
export interface Call {
  readonly process: Process;
  readonly service: Service;
  readonly operation: string;
  readonly body: Json;
}
export type Service = 'dynamodb' | 'eventbridge' | 'sqs' | 'secretsmanager' | 'webhook';

// biome-ignore lint/suspicious/noExplicitAny: the JSON of five services' protocols; each fault reads its own.
export type Json = any;

export interface Answer {
  status: number;
  body?: Json;
  headers?: Record<string, string>;
}

/** Lets the call go to its service, as it is or with another body. */
export type Send = (body?: Json) => Promise<Answer>;
/** What happens to calls on their way and to answers on theirs. */
export type Fault = (call: Call, send: Send) => Promise<Answer>;

/** Nothing happens. */
export const undisturbed: Fault = (_call, send) => send();

/** The only way from the functions to the services. */
export interface Wire {
  carry(
    call: Pick<Call, 'service' | 'operation' | 'body'>,
    serve: (body: Json) => Promise<Answer>,
  ): Promise<Answer>;
}

/** Makes a wire on which a fault sits. A dead process sends nothing more and hears nothing more. */
export function makeWire(fault: Fault): Wire {
  return {
    async carry(request, serve) {
      const process = thisProcess();
      if (process === undefined) return serve(request.body);
      if (process.isDead) return never();
      const answer = await fault({ ...request, process }, (body = request.body) => serve(body));
      return process.isDead ? never() : answer;
    },
  };
}
