import { describe, expect, it } from 'vitest';
import { wrongChangelog } from './changelog.ts';
import { noRelease } from './no-release.ts';

const of = (above: string) =>
  `# Changelog\n\nIt names \`things\`.\n\n${above}## 1.0.0 - 2026-11-30\n\n- \`old\`\n`;
const news = of('## Unreleased\n\n- `housing.leak.mapped.v1`: where it is.\n\n');

describe('the changelog', () => {
  it('names what differs from the release, above it', () => {
    expect(wrongChangelog(news, '1.0.0', ['housing.leak.mapped.v1'])).toEqual([]);
    expect(wrongChangelog(of(''), '1.0.0', [])).toEqual([]);
  });

  it('lacks what it does not name, and has too much what is as it was', () => {
    expect(wrongChangelog(news, '1.0.0', ['GET /v1/new'])).toEqual([
      'schemas/CHANGELOG.md does not name `GET /v1/new` above 1.0.0: say there what is new',
      'schemas/CHANGELOG.md names `housing.leak.mapped.v1` above 1.0.0, which is as it was released',
    ]);
    expect(wrongChangelog(of(''), '1.0.0', ['old'])).toHaveLength(1);
  });

  it('has a heading for the release', () => {
    expect(wrongChangelog(news, '1.1.0', [])).toEqual([
      'schemas/CHANGELOG.md has no heading "## 1.1.0 - <day>"',
    ]);
  });
});

describe('a release', () => {
  const before = { version: '1.9.0', changed: ['new'] };
  const text = '# Changelog\n\n## 1.10.0 - 2026-12-01\n\n- `new`\n\n## 1.9.0 - 2026-11-30\n';

  it('has a version above the last, a heading and something new', () => {
    expect(noRelease(text, '1.10.0', before)).toEqual([]);
    expect(noRelease(text, '1.9.0', undefined)).toEqual([]);
  });

  it.each([
    [text, '1.8.0', before, 'schemas/CHANGELOG.md has no heading "## 1.8.0 - <day>"'],
    [text, '1.9.0', before, '1.9.0 is not above 1.9.0'],
    [text, '1.10.0', { ...before, changed: [] }, 'nothing differs from 1.9.0'],
    [text, '1.10.0', { ...before, changed: ['new', 'other'] }, 'does not name `other`'],
    ['# Changelog\n', '1.0.0', undefined, 'has no heading "## 1.0.0 - <day>"'],
  ])('%#: is none where it has not: $3', (changelog, version, last, why) => {
    expect(noRelease(changelog, version, last).join('\n')).toContain(why);
  });
});
