import { endpoints } from './endpoints.ts';
import { examples } from './examples.ts';
import { type Described, documentOf } from './openapi/document.ts';

const listed: readonly Described[] = Object.values(endpoints).flat();

/**
 * The OpenAPI 3.1 description of the API.
 * @param all the endpoints, where not the hub’s own
 */
export function openApiDocument(all = listed) {
  return documentOf(all, examples);
}
