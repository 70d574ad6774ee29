import * as dynamodb from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Answer, type Json, type Service, thisProcess } from './process.ts';

/** Where items are in a request or an answer, as the document client's commands say of themselves; `null` is a value. */
type Places = null | { readonly [name: string]: Places };
type Convert = (value: Json) => Json;

/**
 * Has a document client's commands go to the network as what they ask, not as the HTTP request that asks it: writing and
 * reading that is a third of all time. `short-way.test.ts` compares both, call by call.
 */
export function documentsByShortWay(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  let tokens = 0;
  const send = async (command: Json) => {
    const operation = operationOf(command.clientCommand);
    const body = converted(command.input, command.inputKeyNodes, marshalled);
    if (operation === 'TransactWriteItems') {
      tokens += 1;
      body.ClientRequestToken ??= `token ${tokens}`;
    }
    const answer = await carried('dynamodb', operation, body);
    return { ...converted(answer, command.outputKeyNodes, unmarshalled), $metadata: {} };
  };
  return Object.assign(client, { send });
}

/** As `documentsByShortWay`, of a client whose requests and answers are JSON as they are. */
export function byShortWay<C extends { send: unknown }>(client: C, service: Service): C {
  const send = async (command: Json) => {
    const answer = await carried(service, operationOf(command), plain(command.input));
    return { ...answer, $metadata: {} };
  };
  return Object.assign(client, { send });
}

const operationOf = (command: object) => command.constructor.name.replace(/Command$/, '');
/** Bytes are text in base 64 on the wire: no attribute of the hub's has them deeper than as its own value. */
const marshalled: Convert = value =>
  value instanceof Uint8Array
    ? { B: Buffer.from(value).toString('base64') }
    : marshall(value, { removeUndefinedValues: true, convertTopLevelContainer: true });
const unmarshalled: Convert = value =>
  typeof value.B === 'string'
    ? new Uint8Array(Buffer.from(value.B, 'base64'))
    : unmarshall(value, { convertWithoutMapWrapper: true });

/** Has one request carried. @throws what the SDK throws for what is answered. */
async function carried(service: Service, operation: string, body: Json): Promise<Json> {
  const process = thisProcess();
  const answer = await process.network.carry({ process, service, operation, body });
  if (answer.status >= 300) throw errorOf(answer);
  return answer.body ?? {};
}

const classes = dynamodb as unknown as Record<string, new (options: object) => Error>;

function errorOf({ status, body = {} }: Answer): Error {
  const { __type = 'UnknownError', message = body.Message ?? 'UnknownError', ...details } = body;
  const name = String(__type).split('#').at(-1) ?? '';
  const known = classes[name];
  if (known !== undefined) return new known({ message, $metadata: { httpStatusCode: status }, ...details });
  return Object.assign(new Error(message), { name }, details);
}

/** The same with each item that is in it converted. */
function converted(value: Json, places: Places, convert: Convert): Json {
  if (places === null) return convert(value);
  const names = Object.keys(places);
  const [first] = names;
  if (first === undefined) return eachOf(value, convert);
  if (first === '*') return eachOf(value, part => converted(part, places[first] ?? null, convert));
  const result = eachOf(value, part => part);
  for (const name of names) {
    if (value[name] !== undefined) result[name] = converted(value[name], places[name] ?? null, convert);
  }
  return result;
}

/** An object or list with each of its parts converted, without those that are undefined. */
function eachOf(value: Json, convert: Convert): Json {
  if (Array.isArray(value)) return value.map(convert);
  const result: Json = {};
  for (const name of Object.keys(value)) if (value[name] !== undefined) result[name] = convert(value[name]);
  return result;
}

/** As the protocol has it: instants in seconds. */
const plain: Convert = value => {
  if (value instanceof Date) return value.getTime() / 1000;
  return typeof value === 'object' && value !== null ? eachOf(value, plain) : value;
};
