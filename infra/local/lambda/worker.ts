import { parentPort, workerData } from 'node:worker_threads';
import { leftOfLimit } from '../time-limit.ts';
import { installHubDate } from './hub-date.ts';
import { installPatientTimers } from './patient-timers.ts';
import type { InvocationMessage, ReportedError, WorkerMessage, WorkerSetup } from './protocol.ts';

/** An execution environment: imports the bundle once, then answers one invocation at a time. */

type Handler = (event: unknown, context: object) => unknown;

const setup = workerData as WorkerSetup;
installHubDate(setup.offset);
installPatientTimers();
const handler = await loadHandler();
if (handler !== undefined) {
  parentPort?.on('message', message => void invoke(handler, message).then(answer));
  answer({ kind: 'ready' });
}

async function loadHandler(): Promise<Handler | undefined> {
  try {
    const bundle: Record<string, unknown> = await import(setup.module);
    const found = bundle[setup.exportName];
    if (typeof found !== 'function') throw new Error(`${setup.exportName} is undefined or not exported`);
    return found as Handler;
  } catch (error) {
    answer({ kind: 'failed', error: report(error) });
    return undefined;
  }
}

async function invoke(handle: Handler, message: InvocationMessage): Promise<WorkerMessage> {
  const before = process.threadCpuUsage();
  try {
    const result = await handle(JSON.parse(message.event), contextOf(message));
    const { user, system } = process.threadCpuUsage(before);
    const processorMs = (user + system) / 1000;
    return { kind: 'result', payload: JSON.stringify(result) ?? 'null', processorMs };
  } catch (error) {
    return { kind: 'failed', error: report(error) };
  }
}

function contextOf({ requestId, functionArn, timeoutMs }: InvocationMessage): object {
  const from = performance.now();
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => leftOfLimit(timeoutMs, from),
    invokedFunctionArn: functionArn,
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
  };
}

function report(error: unknown): ReportedError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function answer(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
