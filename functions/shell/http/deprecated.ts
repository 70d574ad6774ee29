import * as z from 'zod';

type Day = `${number}-${number}-${number}`;

/** That an endpoint will go, since when that is said, and what takes its place. */
export interface Deprecated {
  /** The day on which it was said first. */
  since: Day;
  /** The day from which it may be gone: a year after `since` or later. */
  sunset: Day;
  /** The path that takes its place. */
  instead: `/v${number}/${string}`;
}

/** The headers of every answer of a deprecated endpoint: RFC 9745, RFC 8594 and RFC 5829. */
export function deprecationHeaders({ since, sunset, instead }: Deprecated) {
  return {
    deprecation: `@${Date.parse(`${since}T00:00:00Z`) / 1000}`,
    sunset: new Date(`${sunset}T00:00:00Z`).toUTCString(),
    link: `<${instead}>; rel="successor-version"`,
  };
}

/** The same headers as the description of the API declares them. */
export const deprecationHeadersSchema = z.object({
  deprecation: z
    .string()
    .meta({ description: 'Since when it has been deprecated (RFC 9745)', example: '@1798761600' }),
  sunset: z.string().meta({
    description: 'From when it may be gone (RFC 8594)',
    example: 'Sat, 01 Jan 2028 00:00:00 GMT',
  }),
  link: z
    .string()
    .meta({ description: 'What takes its place', example: '</v2/properties>; rel="successor-version"' }),
});
