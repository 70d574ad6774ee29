import * as z from 'zod';

/** How many entries of a list a page is asked to have: the parameter `limit`. */
export function pageLimit({ most, usual, least = 1 }: { most: number; usual: number; least?: number }) {
  return z.coerce
    .number()
    .int()
    .min(least)
    .max(most)
    .default(usual)
    .meta({ description: 'The most entries that the page may have' });
}
