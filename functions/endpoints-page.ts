import { endpoints } from './endpoints.ts';
import type { Endpoint } from './shell/http/endpoint.ts';

type Described = Omit<Endpoint<never>, 'answer'> & { by: string };

const introduction = `# Endpoints

Written by \`npm run generate\` from the endpoints’ declarations: change those. \`functions/openapi.json\` has the schemas and
an example of every request and answer. Answers of 400 and above are problems (RFC 9457).`;

const headings = ['endpoint', 'does', 'scope', 'shows of people', 'answers', 'function'];

/** The page that lists every endpoint, in Markdown. */
export function endpointsPage(): string {
  const all: Described[] = Object.entries(endpoints).flatMap(([by, own]) =>
    own.map(endpoint => ({ ...(endpoint as unknown as Described), by })),
  );
  const sections = [...Map.groupBy(all, ({ tag }) => tag)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${[introduction, ...sections.flatMap(([tag, here]) => section(tag, here))].join('\n\n')}\n`;
}

function section(tag: string, here: readonly Described[]): string[] {
  const sorted = here.toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  const limited = sorted.flatMap(({ method, path, problems }) =>
    problems?.[403] === undefined ? [] : [`- ${code(`${method} ${path}`)} answers 403: ${problems[403]}.`],
  );
  return [
    `## ${tag}`,
    grid(headings, sorted.map(row)),
    ...(limited.length === 0 ? [] : [limited.join('\n')]),
  ];
}

function row({ method, path, summary, scopes, shows, discloses, answers, problems = {}, by }: Described) {
  const statuses = [...Object.keys(answers), ...Object.keys(problems)];
  const shown = discloses === undefined ? shows.replaceAll('-', ' ') : discloses.map(code).join(', ');
  return [
    code(`${method} ${path}`),
    summary,
    scopes.map(code).join(' or '),
    shown,
    statuses.toSorted().join(', '),
    code(by),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
