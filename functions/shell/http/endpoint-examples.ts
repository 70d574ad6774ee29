/** What is asked and answered, in examples. */
interface Examples {
  /** By media type. */
  request?: Readonly<Record<string, unknown>>;
  /** By status. */
  answers: Readonly<Record<number, unknown>>;
  /** What an answer may be in otherwise, by media type. */
  otherwise?: Readonly<Record<string, unknown>>;
}

/** Examples by operation, such as `GET /v1/properties`. */
export type EndpointExamples = Readonly<Record<string, Examples>>;
