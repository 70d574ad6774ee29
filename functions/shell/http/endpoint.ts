import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Deprecated } from './deprecated.ts';
import type { AtLeastOneDetail, Shows } from './endpoint-kinds.ts';
import type { Look } from './look.ts';
import type { ApiRequest } from './officer-request.ts';

/** What a token has to be good for; `{system}` is the system on whose path it is used. */
export type Scope = 'lintel/read' | 'lintel/write' | 'lintel/{system}.publish';

/** An answer that is no problem: its body, and what it says in headers. */
export interface Answer<S extends z.ZodType = z.ZodType> {
  description: string;
  schema: S;
  headers?: z.ZodObject;
  /** What else it may be in, by media type. */
  otherwise?: Readonly<Record<string, z.ZodType>>;
}

/** Everything that is said once about an endpoint: routes, scopes, OpenAPI, the audit and the tests follow from it. */
export interface Declared<
  P extends z.ZodObject,
  Q extends z.ZodType,
  H extends z.ZodObject,
  B,
  R extends z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT';
  /** As in the template; `{system}` stands for each source system in turn. */
  path: `/v1/${string}`;
  /** Any one of them will do. */
  scopes: readonly Scope[];
  tag: string;
  summary: string;
  description?: string;
  /** What is in braces in the path, but for `{system}`. */
  params?: P;
  query?: Q;
  headers?: H;
  body?: B;
  /** By status. */
  answers: Readonly<Record<number, Answer<R>>>;
  /** When it answers which problem, by status: beside those that every endpoint may answer. */
  problems?: Readonly<Record<number, string>>;
  /** What a caller does when the hub cannot answer now (503). */
  retry?: string;
  /** It is answered as before until its sunset, and every answer says so. */
  deprecated?: Deprecated;
}

/** What an officer asked for, read and checked. */
export interface Asked<P extends z.ZodType, Q extends z.ZodType, H extends z.ZodType, B> extends Look {
  params: z.output<P>;
  query: z.output<Q>;
  headers: z.output<H>;
  body: B extends z.ZodType ? z.output<B> : undefined;
  request: ApiRequest;
}

/** An endpoint as everything but its own code knows it. */
export interface Endpoint<D>
  extends Declared<z.ZodObject, z.ZodType, z.ZodObject, z.ZodType | BodyByMediaType, z.ZodType> {
  shows: Shows;
  discloses?: AtLeastOneDetail;
  answer(deps: D, request: ApiRequest): Promise<APIGatewayProxyStructuredResultV2>;
}

/** A body that the endpoint reads itself, by media type. */
export type BodyByMediaType = { byMediaType: Readonly<Record<string, z.ZodType>> };

/** What the answering of a request needs of an endpoint. */
export type Answering = Omit<Endpoint<never>, 'answer'> & { endpoint: string };
/** How an endpoint runs, whatever its types: `defineEndpoint` has checked them. */
export type AnyRun = (deps: unknown, asked: unknown) => Promise<unknown>;
