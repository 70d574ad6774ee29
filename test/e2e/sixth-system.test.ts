import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { systemNameSchema } from '../../schemas/reference.ts';
import { type HubWithTeams, startHubWithTeams } from '../scenarios/hub-with-teams.ts';
import { gazetteer } from '../scenarios/larch-house/larch-house.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { copyRepository, type RepositoryCopy } from './support/repository-copy.ts';
import { makeRequests, publishToken } from './support/request.ts';
import { sheetOf } from './support/samples.ts';

/** A system that nobody here knows: its adapter is in `sixth-system/lettings`, and in no list. */
const lettings = 'lettings';
const template = path.join(import.meta.dirname, 'sixth-system', lettings);

let copy: RepositoryCopy;
beforeAll(async () => {
  copy = await copyRepository();
  await copy.connect(lettings, template);
});
afterAll(() => copy.remove());

describe('a system more is one folder and one line', () => {
  it('that the compiler, the arrows and the generated files take as they are', async () => {
    await copy.run('tsc', '--checkers', '1');
    // The packages are beside the copy by a link: they are what they are called, not where the link leads.
    await copy.run('depcruise', '--preserve-symlinks', 'functions', 'schemas', 'infra', 'test');
    await copy.run('node', 'schemas/generate.ts', '--check');
    await copy.run('node', 'functions/openapi.ts', '--check');
  });

  it('that keeps the contract of every adapter', async () => {
    const report = path.join(copy.folder, 'report.json');
    await copy.run(
      'vitest',
      ...['run', '--config', 'test/vitest.config.ts', '--project', 'contract', 'adapters'],
      ...['--reporter', 'json', '--outputFile', report],
    );
    const { testResults } = JSON.parse(await readFile(report, 'utf8')) as {
      testResults: { assertionResults: Assertion[] }[];
    };
    const its = testResults.flatMap(file => file.assertionResults).filter(isAboutLettings);
    expect(its.length).toBeGreaterThan(50);
    expect(its.filter(({ status }) => status !== 'passed')).toEqual([]);
  });
});

interface Assertion {
  ancestorTitles: string[];
  status: string;
}

function isAboutLettings({ ancestorTitles }: Assertion): boolean {
  return ancestorTitles.includes(lettings);
}

describe('the stack that is synthesised for it', () => {
  let resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  let outputs: Record<string, unknown>;
  beforeAll(async () => {
    await copy.run('node', 'infra/app.ts');
    const stackOf = async (system: string) => {
      const file = path.join(copy.folder, `cdk.out/Lintel-dev-${system}.template.json`);
      return JSON.parse(await readFile(file, 'utf8'));
    };
    const stacks = await Promise.all([stackOf('leaks'), stackOf(lettings)]);
    resources = Object.assign({}, ...stacks.map(({ Resources }) => Resources));
    outputs = Object.assign({}, ...stacks.map(({ Outputs }) => Outputs));
  });

  /** What a system has, by type and name, without the hash that CDK adds. */
  const partsOf = (system: string) =>
    Object.entries(resources)
      .filter(([id]) => id.startsWith(system))
      .map(
        ([id, { Type }]) =>
          `${Type} ${id.replaceAll(new RegExp(system, 'gi'), '').replace(/[0-9A-F]{8}/g, '')}`,
      )
      .toSorted();

  it('has for it whatever it has for another system that fetches', () => {
    expect(partsOf('Lettings')).toEqual(partsOf('Leaks'));
    const kinds = new Set(partsOf('Lettings').map(part => part.split(' ')[0]));
    for (const kind of [
      ...['AWS::ApiGatewayV2::Route', 'AWS::SQS::Queue', 'AWS::IAM::Role', 'AWS::Lambda::Function'],
      ...['AWS::CloudWatch::Alarm', 'AWS::Events::Rule', 'AWS::Logs::LogGroup'],
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('has its routes, and names its queues to operators', () => {
    const routes = Object.values(resources)
      .map(({ Properties }) => Properties)
      .filter(({ RouteKey }) => String(RouteKey).includes(`/v1/systems/${lettings}/`));
    expect(routes.length).toBeGreaterThanOrEqual(4);
    const named = (system: string) =>
      Object.keys(outputs).flatMap(name => (name.startsWith(system) ? [name.slice(system.length)] : []));
    expect(named('Lettings')).toEqual(named('Leaks'));
    expect(named('Lettings')).toContain('InboundDeadLetterQueueUrl');
  });

  describe('on this machine', () => {
    let landlord: HubWithTeams;
    beforeAll(async () => {
      const manifest = { system: systemNameSchema.parse(lettings), delivery: 'inbox' as const };
      landlord = await startHubWithTeams({
        outDir: path.join(copy.folder, 'cdk.out'),
        engine: { endpoint: inject('dynamoDbEndpoint') },
        gazetteer,
        systems: [...adapters.map(adapter => adapter.manifest), manifest],
      });
    });
    afterAll(() => landlord?.stop());

    it('takes what it sends, and every other system is told of the flag that it raised', async () => {
      const body = await readFile(path.join(template, 'samples/inspections.json'), 'utf8');
      const posted = await landlord.system(lettings).post({ contentType: 'application/json', body });
      expect(posted).toMatchObject({ status: 202, body: { quarantined: [], rejected: [] } });
      await landlord.hub.settled();
      await landlord.teams.fetch();
      for (const { shownAt } of landlord.teams.all) {
        expect(shownAt(flat(1)).map(({ code }) => code)).toEqual(['asbestos']);
      }
      expect(landlord.teams.all.map(({ system }) => system)).toHaveLength(adapters.length);
    });

    it('takes nothing at its route from another system', async () => {
      const token = await publishToken(landlord.hub, 'leaks');
      const path = `/v1/systems/${lettings}/events`;
      const asked = { method: 'POST' as const, path, token, contentType: 'application/json', body: '[]' };
      expect(await makeRequests(landlord.hub)(asked)).toMatchObject({ status: 403 });
    });

    it('leaves a flag that another system’s news raised in its inbox, in its own format', async () => {
      const row = '02/06/2025,08:40,Larch Ho,4,LFA-6,Leak reported,7,Kitchen';
      const posted = await landlord.system('leaks').post({ contentType: 'text/csv', body: sheetOf(row) });
      expect(posted).toMatchObject({ status: 202 });
      await landlord.hub.settled();
      await landlord.teams.fetch();
      const [inbox] = landlord.teams.unread;
      expect(inbox?.system).toBe(lettings);
      const notes = (inbox?.received ?? []).map(message => JSON.parse(message).lettingNote);
      expect(notes).toContainEqual(
        expect.objectContaining({ action: 'raised', mark: 'active-leak', places: [flat(4)] }),
      );
    });
  });
});
