import { invalid } from '../errors.ts';

/** Walks over the words and signs of an expression. */
export interface Cursor {
  /** The next token, which stays; empty at the end. */
  peek(ahead?: number): string;
  next(): string;
  /** Takes a sign or keyword if it is next, in upper or lower case. */
  take(token: string): boolean;
  expect(token: string): void;
  /** @throws always: what is next has no place here. */
  refuse(): never;
}

const tokens = /\s*([#:]?\w+|<>|<=|>=|[()[\].,=<>+-])/y;

/** Opens an expression. @throws where it holds a sign that no expression has. */
export function openExpression(text: string): Cursor {
  const all = tokensOf(text);
  let at = 0;
  const peek = (ahead = 0) => all[at + ahead] ?? '';
  const refuse = (): never => {
    const near = all.slice(Math.max(0, at - 1), at + 2).join(' ');
    throw invalid(`Syntax error; token: "${peek() || '<EOF>'}", near: "${near}"`);
  };
  const take = (token: string) => {
    const found = peek().toUpperCase() === token;
    if (found) at += 1;
    return found;
  };
  return {
    peek,
    take,
    refuse,
    next() {
      at += 1;
      return all[at - 1] ?? '';
    },
    expect(token) {
      if (!take(token)) refuse();
    },
  };
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  tokens.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokens.lastIndex < end) {
    const [, token] = tokens.exec(text) ?? [];
    if (token === undefined) throw invalid(`Syntax error; token: "${text}"`);
    found.push(token);
  }
  return found;
}
