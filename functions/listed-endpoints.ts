import { endpoints } from './endpoints.ts';

/** Every endpoint by method and path. In a bundle it stands as data, without what answers (`infra/bundles.ts`). */
export const listedEndpoints = Object.values(endpoints)
  .flat()
  .map(({ method, path }) => ({ method, path }));
