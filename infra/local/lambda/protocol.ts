/** What a worker is told when it starts. */
export interface WorkerSetup {
  /** File URL of the bundle. */
  readonly module: string;
  readonly exportName: string;
  readonly offset: SharedArrayBuffer;
}

/** An invocation on its way to a worker. */
export interface InvocationMessage {
  readonly event: string;
  readonly requestId: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
}

/** An error as Lambda reports it. */
export interface ReportedError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a worker answers. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly payload: string; readonly processorMs: number }
  | { readonly kind: 'failed'; readonly error: ReportedError };
