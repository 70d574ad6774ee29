import type { Endpoint } from '../shell/http/endpoint.ts';

type Described = Omit<Endpoint<never>, 'answer'>;

/** The name of an operation, made from its method and path: `GET /v1/properties/{uprn}/flags` is `getPropertiesByUprnFlags`. */
export function operationIdOf({ method, path }: Pick<Described, 'method' | 'path'>): string {
  const words = path
    .split('/')
    .slice(2)
    .flatMap(part => part.split('-'));
  const named = words.map(word => (word.startsWith('{') ? `By${capital(word.slice(1, -1))}` : capital(word)));
  return `${method.toLowerCase()}${named.join('')}`;
}

/** What an endpoint says of itself, and what follows from its declaration. */
export function descriptionOf({ description, scopes, shows, discloses, deprecated }: Described): string {
  const scope = `Scope: ${scopes.map(code).join(' or ')}.`;
  const audited =
    discloses === undefined
      ? []
      : [
          `What it shows of people (${discloses.map(code).join(', ')}) is written to the audit before it is answered.`,
        ];
  const gone =
    deprecated === undefined
      ? []
      : [
          `Deprecated since ${deprecated.since}: use ${code(deprecated.instead)}. It may be gone from ${deprecated.sunset}.`,
        ];
  const nothing = shows === 'nothing' ? ['It shows nothing of people.'] : [];
  return [...(description === undefined ? [] : [description]), ...gone, scope, ...audited, ...nothing].join(
    ' ',
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function code(text: string): string {
  return `\`${text}\``;
}
