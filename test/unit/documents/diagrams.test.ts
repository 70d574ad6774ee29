import { expect, it } from 'vitest';
import { pages, textOf } from './pages.ts';

const diagrams = pages.flatMap(page =>
  [...textOf(page).matchAll(/^```mermaid\n([\s\S]*?)^```/gm)].map(([, source = '']) => ({ page, source })),
);

it('there are diagrams to look at', () => {
  expect(diagrams.length).toBeGreaterThan(5);
});

it.each(diagrams)('a diagram of $page is of a kind that Mermaid draws', ({ source }) => {
  expect(source).toMatch(/^(flowchart (LR|TB)|sequenceDiagram|stateDiagram-v2)\n/);
});

it.each(diagrams)('a diagram of $page has whole statements', ({ source }) => {
  // Mermaid ends a statement at a semicolon, even in a text, and GitHub then draws nothing.
  expect(source).not.toContain(';');
  const opened = source.match(/^ *(subgraph|alt|opt|loop)\b/gm) ?? [];
  expect(source.match(/^ *end$/gm) ?? []).toHaveLength(opened.length);
  expect(source.match(/"/g)?.length ?? 0, 'a quote is not closed').toSatisfy(count => count % 2 === 0);
});
