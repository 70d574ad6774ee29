/** Which home inside a building: `Flat 4`, `First floor rear flat`, `Room 3`, or only `the flat`. */
export interface Unit {
  kind: string;
  /** Number or letter. */
  id?: string;
  floor?: string;
  side?: string;
}

/** A unit as one word to look it up by: `4`, `ROOM 3`, `1 FLOOR REAR`. Kind `FLAT` is not said: people leave it out. */
export function unitKey({ kind, id, floor, side }: Unit): string {
  const inside = id ?? [floor && `${floor} FLOOR`, side].filter(Boolean).join(' ');
  if (kind === 'FLAT') return inside === '' ? 'FLAT' : inside;
  return `${kind} ${inside}`.trim();
}

/** Several units of one address, `Room 3, Flat 4`, as one key, whatever their order. */
export function unitsKey(units: readonly Unit[]): string {
  return units.map(unitKey).sort().join(' OF ');
}
