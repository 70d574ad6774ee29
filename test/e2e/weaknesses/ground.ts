import { randomUUID } from 'node:crypto';
import { systems } from '../../../functions/adapters/connected.ts';
import type { HubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import { type Dealings, makeDealings } from '../support/dealings.ts';
import type { Resident } from '../support/household.ts';
import { makeTestHubs } from '../support/test-hub.ts';
import { makeWires, type Wires } from '../support/wires.ts';

const hubs = makeTestHubs();
/** The one hub that all weaknesses are tried on, in the order of `weaknesses.test.ts`: starting one takes seconds. */
export let running: HubWithTeams;
export let landlord: Dealings;
export let wires: Wires;

export async function start(): Promise<void> {
  running = await hubs.start({ environmentsPerFunction: 2 });
  landlord = makeDealings(running);
  wires = makeWires(running.hub);
  await landlord.comes('2025-06-20');
}

export async function stop(): Promise<void> {
  wires.cut();
  await hubs.stop();
}

/** Somebody new who is to live in a flat of Larch House. */
export function resident(name: string, number: number): Resident {
  return { person: randomUUID(), name, uprn: flat(number) };
}

/** A document as a system posts it. */
export function json(body: object) {
  return { contentType: 'application/json', body: JSON.stringify(body) };
}

/** The timeline of a flat of Larch House, as management reads it. */
export function timelineOf(number: number, type?: string) {
  return running.officer('manager').timeline(flat(number), type);
}

/** The codes of the flags that each system shows on a home. */
export function everySystem(uprn: string): string[][] {
  return systems.map(system => landlord.shownIn(system, uprn));
}

/** The same codes in every system. */
export function everywhere(codes: string[]): string[][] {
  return systems.map(() => codes);
}
