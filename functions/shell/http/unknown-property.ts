import { ApiProblem } from './api-problem.ts';

/** 404: the hub knows no such property. An unknown home and a home without flags are two different answers. */
export function unknownProperty(uprn: string): ApiProblem {
  return new ApiProblem({
    status: 404,
    title: 'Unknown property',
    detail: `The gazetteer has no property with the UPRN ${uprn}. Find it by GET /v1/properties?address=, ?postcode= or ?reference=.`,
  });
}
