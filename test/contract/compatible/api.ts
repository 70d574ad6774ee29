import { breaks, type Use } from './compare.ts';
import type { Definitions, Schema } from './schema.ts';

type Named<T> = Readonly<Record<string, T>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
type Content = Named<{ readonly schema?: Schema }>;

/** An operation, as far as callers rely on it. */
export interface Operation {
  readonly deprecated?: boolean;
  /** The day from which a deprecated operation may no longer be answered. */
  readonly 'x-sunset'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses?: Named<{ readonly content?: Content; readonly headers?: Named<unknown> }>;
}

/** An OpenAPI document. */
export interface Api {
  readonly paths: Named<Named<Operation>>;
  readonly components?: { readonly schemas?: Definitions };
}

/**
 * What is not an addition to the API.
 *
 * @param today the day as `2026-11-30`: an operation whose sunset was announced and is over may go
 * @returns a line for each, with what to do; none when every caller of before is still answered as before
 */
export function brokenApi(before: Api, after: Api, today: string): string[] {
  const present = operationsOf(after);
  const schemaBreaks = (old: Schema | undefined, now: Schema | undefined, use: Use) =>
    breaks(
      { schema: old ?? {}, definitions: before.components?.schemas ?? {} },
      { schema: now ?? {}, definitions: after.components?.schemas ?? {} },
      use,
    );
  return [...operationsOf(before)].flatMap(([key, { name, operation }]) => {
    const now = present.get(key)?.operation;
    const wrong =
      now === undefined
        ? removed(operation, today)
        : [
            ...brokenParameters(operation, now, schemaBreaks),
            ...brokenBody(operation, now, schemaBreaks),
            ...brokenAnswers(operation, now, schemaBreaks),
          ];
    return wrong.map(what => `${name}: ${what}; ${advice}`);
  });
}

function removed({ deprecated, 'x-sunset': sunset }: Operation, today: string): string[] {
  if (deprecated !== true || sunset === undefined) return ['it was removed'];
  return today < sunset ? [`it was removed, and promised until ${sunset}`] : [];
}

const advice =
  'keep it as it was and serve the new thing under a path of its own, /v2/… (schemas/README.md, Versions)';
type Compare = (old: Schema | undefined, now: Schema | undefined, use: Use) => string[];

/** Operations by method and path, whatever the path calls its parameters. */
function operationsOf({ paths }: Api): Map<string, { name: string; operation: Operation }> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`,
        { name: `${method.toUpperCase()} ${path}`, operation },
      ]),
    ),
  );
}

function brokenParameters(before: Operation, after: Operation, compare: Compare): string[] {
  const [old, now] = [parametersOf(before), parametersOf(after)];
  const demanded = [...now].filter(
    ([key, { required }]) => required === true && old.get(key)?.required !== true,
  );
  return [
    ...demanded.map(([key]) => `${key} is now required`),
    ...[...old].flatMap(([key, { schema }]) => {
      const kept = now.get(key);
      if (kept === undefined) return [`${key} was removed`];
      return compare(schema, kept.schema, 'request').map(what => `${key}: ${what}`);
    }),
  ];
}

/** Those of the path are told apart by their place, not by their name. */
function parametersOf({ parameters = [] }: Operation): Map<string, Parameter> {
  const inPath = parameters.filter(one => one.in === 'path');
  const others = parameters.filter(one => one.in !== 'path');
  return new Map([
    ...inPath.map((one, index) => [`parameter ${index + 1} of the path`, one] as const),
    ...others.map(one => [`${one.in} parameter ${one.name}`, one] as const),
  ]);
}

function brokenBody(before: Operation, after: Operation, compare: Compare): string[] {
  const [old, now] = [before.requestBody, after.requestBody];
  const demanded = now?.required === true && old?.required !== true ? ['a request body is now required'] : [];
  return [...demanded, ...brokenContent(compare, 'request', old?.content, now?.content)];
}

function brokenAnswers({ responses = {} }: Operation, after: Operation, compare: Compare): string[] {
  return Object.entries(responses).flatMap(([status, { content, headers = {} }]) => {
    const now = after.responses?.[status];
    if (now === undefined) return [`the answer ${status} was removed`];
    const gone = Object.keys(headers).filter(header => now.headers?.[header] === undefined);
    return [
      ...gone.map(header => `the header ${header} of the answer ${status} was removed`),
      ...brokenContent(compare, 'answer', content, now.content).map(what => `${status}: ${what}`),
    ];
  });
}

function brokenContent(compare: Compare, use: Use, old: Content = {}, now: Content = {}): string[] {
  return Object.entries(old).flatMap(([mediaType, { schema }]) => {
    const kept = now[mediaType];
    if (kept === undefined) return [`${use} in ${mediaType} was removed`];
    return compare(schema, kept.schema, use).map(what => `${use}: ${what}`);
  });
}
