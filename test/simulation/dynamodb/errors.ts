/** What an error says beside its type and message. */
type Details = Readonly<Record<string, unknown>>;

/** An error that DynamoDB answers with. */
export class DynamoDbError extends Error {
  readonly type: string;
  readonly details: Details;

  constructor(type: string, message: string, details: Details = {}) {
    super(message);
    this.type = type;
    this.details = details;
  }

  /** The body of the answer, as AWS writes it. */
  body(): Record<string, unknown> {
    return { __type: this.type, message: this.message, ...this.details };
  }
}

const service = 'com.amazonaws.dynamodb.v20120810#';

/** The request itself is wrong, whatever is stored. */
export function invalid(message: string): DynamoDbError {
  return new DynamoDbError('com.amazon.coral.validate#ValidationException', message);
}

/** As `invalid`, of a value that cannot be stored or compared. */
export function invalidParameter(message: string): DynamoDbError {
  return invalid(`One or more parameter values were invalid: ${message}`);
}

/** A condition does not hold. */
export const conditionFailed = 'The conditional request failed';

/** One of the errors of DynamoDB's own model. */
export function failure(name: string, message: string, details: Details = {}): DynamoDbError {
  return new DynamoDbError(`${service}${name}`, message, details);
}
