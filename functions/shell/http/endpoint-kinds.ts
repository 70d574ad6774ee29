import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Detail, Shown } from '../../core/views/disclosure.ts';
import type { DiscloseDeps } from './disclose.ts';
import type { ApiRequest } from './officer-request.ts';

/** An answer that shows something of people: whom or what was asked about, and what it discloses of whom. */
export interface PersonalAnswer<T> extends Shown<T> {
  about: string;
  headers?: Readonly<Record<string, string>>;
}

/** An answer that shows nothing of people. What its schema does not have does not go out. */
export interface PlainAnswer<T> {
  status?: number;
  answer: T;
  headers?: Readonly<Record<string, string>>;
}

/** What finds people and what was said of them: nothing that shows nothing personal may have it. */
type ReadersOfPeople = 'subjects' | 'history' | 'findEvent';
/** The compiler shows this text where an endpoint that shows nothing of people reads them all the same. */
type ReadsPeople = 'To read about people, declare shows: "personal" and what the answer discloses: [...]';
type WithoutPeople<D> = Omit<D, ReadersOfPeople> & Readonly<Record<ReadersOfPeople, ReadsPeople>>;

/** Which kinds of personal detail an endpoint may show: at least one, or it shows nothing personal. */
export type AtLeastOneDetail = readonly [Detail, ...Detail[]];
interface DisclosesNothing {
  discloses?: never;
}

/** How each kind of endpoint is answered. */
interface Kinds<D, I, T> {
  /** The audit row is written before the answer goes out. */
  personal: {
    says: { discloses: AtLeastOneDetail };
    deps: D & DiscloseDeps;
    asked: I;
    answer: PersonalAnswer<T>;
  };
  nothing: { says: DisclosesNothing; deps: WithoutPeople<D>; asked: I; answer: PlainAnswer<T> };
  /** What an officer decided, as that officer may see it. */
  'the-decision': { says: DisclosesNothing; deps: D; asked: I; answer: PlainAnswer<T> };
  /** To a system: what it said itself, or is owed. */
  'own-data': {
    says: DisclosesNothing;
    deps: D;
    asked: ApiRequest;
    answer: APIGatewayProxyStructuredResultV2;
  };
}
export type Shows = keyof Kinds<unknown, unknown, unknown>;
/** What an endpoint of a kind has to say of itself beside what all say. */
export type Says<S extends Shows> = Kinds<unknown, unknown, unknown>[S]['says'];

export type Run<D, S extends Shows, I, T> = (
  deps: Kinds<D, I, T>[S]['deps'],
  asked: Kinds<D, I, T>[S]['asked'],
) => Promise<Kinds<D, I, T>[S]['answer']>;
