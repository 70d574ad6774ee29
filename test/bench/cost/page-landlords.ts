import { countsOf, type Given } from './given.ts';
import { england, type Load } from './load.ts';
import { count, dollars, grid } from './markdown.ts';
import { standingOf } from './standing.ts';

/** As many landlords as one hub is thought for. */
const landlords = 300;
/** Of each: a team's system for each of the five teams. */
const systemsOfEach = 5;

/** What a year of England costs while nothing happens, with a deployment for each landlord and with one for all. */
export function ofLandlords(given: Given): string[] {
  const { apart, shared } = landlordsOf(given, { ...england, systems: systemsOfEach }, landlords);
  const saved = (apart - shared) / landlords;
  return [
    '## Three hundred landlords',
    '',
    `What stands in a year, for ${count(landlords)} landlords with ${systemsOfEach} systems each. Whose a system is changes nothing: its queues, functions and alarms are there either way.`,
    '',
    ...grid(
      ['deployments', 'what stands', 'of it for each landlord'],
      [
        ['one for each landlord', dollars(apart), dollars(apart / landlords)],
        ['one for all', dollars(shared), dollars(shared / landlords)],
      ],
    ),
    '',
    `A deployment of its own costs a landlord ${dollars(saved)} a year more.`,
    '',
  ];
}

/** A year of what stands, in dollars, where a load is shared out equally; `systems` are those of one landlord. */
export function landlordsOf(given: Given, { properties, systems }: Load, many: number) {
  const year = (manySystems: number, homes: number) => {
    const parts = standingOf(
      countsOf(given, manySystems),
      { properties: homes, systems },
      given.measured.drift,
    );
    return 12 * Object.values(parts).reduce((all, one) => all + one, 0);
  };
  return { apart: many * year(systems, properties / many), shared: year(many * systems, properties) };
}
