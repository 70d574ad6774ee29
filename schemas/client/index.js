import createClient from 'openapi-fetch';

/** @type {import('./index.d.ts').lintel} */
export function lintel({ baseUrl, token, onDeprecated, fetch = globalThis.fetch }) {
  const client = createClient({ baseUrl, fetch });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
    onResponse({ request, response, schemaPath }) {
      const sunset = response.headers.get('sunset');
      if (sunset === null || !response.headers.has('deprecation')) return undefined;
      const instead = /<([^>]+)>; rel="successor-version"/.exec(response.headers.get('link') ?? '')?.[1];
      onDeprecated?.({ endpoint: `${request.method} ${schemaPath}`, sunset: new Date(sunset), instead });
      return undefined;
    },
  });
  return client;
}
