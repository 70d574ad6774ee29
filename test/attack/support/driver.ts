import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import type { OutboxStream } from './outbox-stream.ts';
import { type Ended, type FunctionName, invoke } from './process.ts';
import type { Queue } from './queue.ts';

/** The hub's clock: it goes on with every invocation, so that nothing can rest on being done at the same time. */
export interface Clock {
  now(): Instant;
  advance(seconds: number): void;
}

/** Makes a clock that shows an instant until it is advanced. */
export function makeClock(start: string): Clock {
  let at = Date.parse(start);
  return {
    now: () => instantOf(at),
    advance(seconds) {
      at += seconds * 1000;
    },
  };
}

/** What calls the functions: the event source mappings. */
export interface Driver {
  /** Invokes a function once; what throws has not answered. */
  call<T>(name: FunctionName, handle: () => Promise<T>): Promise<Ended<T>>;
  /** Works off a queue, with so many batches at once. */
  work(name: FunctionName, queue: Queue, handler: () => (event: SQSEvent) => Promise<unknown>): void;
  read(
    stream: OutboxStream,
    handler: () => (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>,
  ): void;
  /** Until nothing is left to do. */
  settle(): Promise<void>;
  /** Until also those have ended that were given up while they went on. */
  afterlife(): Promise<void>;
}

const visibilitySeconds = 180;
/** Far more than any story needs: beyond it something comes again for ever. */
const maximumTurns = 400;

/** Makes the driver. With one lane everything goes one after the other, the same in every run. */
export function makeDriver(clock: Clock, lanes: number): Driver {
  const steps: (() => Promise<boolean>)[] = [];
  const queues: Queue[] = [];
  const works: Promise<unknown>[] = [];

  function call<T>(name: FunctionName, handle: () => Promise<T>): Promise<Ended<T>> {
    clock.advance(1);
    const { ended, work } = invoke(name, handle);
    works.push(work.catch(() => undefined));
    return ended.catch(() => ({ answered: false }));
  }

  return {
    call,
    work(name, queue, handler) {
      queues.push(queue);
      steps.push(async () => {
        const batches = Array.from({ length: lanes }, () => queue.take()).filter(({ length }) => length > 0);
        const each = async (Records: SQSEvent['Records']) => {
          const ended = await call(name, () => handler()({ Records }) as Promise<SQSBatchResponse>);
          queue.settle(Records, ended.answered ? ended.answer : undefined);
        };
        await Promise.all(batches.map(each));
        return batches.length > 0;
      });
    },
    read(stream, handler) {
      steps.push(async () => {
        const Records = await stream.take();
        if (Records.length === 0) return false;
        const ended = await call('relay', () => handler()({ Records }));
        stream.settle(Records, ended.answered ? ended.answer : undefined);
        return true;
      });
    },
    async settle() {
      for (let turn = 0; turn < maximumTurns; turn += 1) {
        let busy = false;
        for (const step of steps) busy = (await step()) || busy;
        if (busy) continue;
        if (queues.every(({ waiting }) => waiting === 0)) return;
        clock.advance(visibilitySeconds);
        for (const queue of queues) queue.reappear();
      }
      throw new Error('The hub never comes to rest: something is delivered again for ever');
    },
    async afterlife() {
      await Promise.all(works);
    },
  };
}
