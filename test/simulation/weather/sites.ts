import { hashOf, mixed } from '../world/random.ts';

/** Chance at many places, each of which has its own: what is drawn at one does not shift another. */
export interface Sites {
  /** Draws at a place: the number of the draw there, and its chance from 0 to 1. */
  draw(site: string): { readonly number: number; readonly chance: number };
}

const whole = 2 ** 32;

/** Makes places at which nothing was drawn. @param label what tells these from all other places */
export function makeSites(label: string): Sites {
  const sites = new Map<string, { hash: number; number: number }>();
  return {
    draw(name) {
      let site = sites.get(name);
      if (site === undefined) {
        site = { hash: hashOf(`${label}/${name}`), number: 0 };
        sites.set(name, site);
      }
      site.number += 1;
      return {
        number: site.number,
        chance: (mixed(site.hash + Math.imul(site.number, 0x9e3779b9)) >>> 0) / whole,
      };
    },
  };
}
