/** Flat 4 of Larch House has the UPRN 200000471104. */
export function flat(number: number): string {
  return `2000004711${String(number).padStart(2, '0')}`;
}

/** Where Mr B moves to: flat 2 of Alder Court. */
export const alderCourt2 = '200000471202';
