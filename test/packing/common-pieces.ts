/** How long the runs of characters are that are counted; Deflate finds nothing shorter worth while. */
const runLength = 6;
const pieceLength = 48;
/** How far apart the pieces begin that are looked at. */
const step = 8;
/** What is worth so much of the best is taken with it. */
const nearly = 0.8;

/** Of each run of characters, how many of the texts have it that no piece has yet. */
type Shares = Map<string, number>;

/**
 * The pieces of text that most texts have in common, what most have last: what is packed follows it, and is cheapest to refer
 * to what is near. Taken are always those with the runs that most texts have and that are in no piece yet.
 */
export function commonPieces(texts: readonly string[], characters: number): string[] {
  const shares: Shares = new Map();
  for (const text of texts)
    for (const run of new Set(runsOf(text))) shares.set(run, (shares.get(run) ?? 0) + 1);
  let left = [...new Set(texts.flatMap(windowsOf))];
  const pieces: string[] = [];
  while (sizeOf(pieces) < characters && left.length > 0) {
    const round = takenOf(left, shares);
    pieces.unshift(...round.pieces.toReversed());
    ({ left } = round);
  }
  return withinSize(pieces, characters);
}

/**
 * Takes those that are worth nearly as much as the best. What is worth less than it was, because of pieces taken before it,
 * waits for another round.
 */
function takenOf(windows: readonly string[], shares: Shares) {
  const worthOf = (text: string) => runsOf(text).reduce((sum, run) => sum + gainOf(run, shares), 0);
  const ranked = windows.map(text => ({ text, worth: worthOf(text) })).filter(({ worth }) => worth > 0);
  ranked.sort((one, other) => other.worth - one.worth);
  const enough = (ranked[0]?.worth ?? 0) * nearly;
  const pieces: string[] = [];
  const left: string[] = [];
  for (const { text, worth } of ranked) {
    if (worth < enough || worthOf(text) < worth) left.push(text);
    else {
      const piece = trimmed(text, shares);
      pieces.push(piece);
      for (const run of runsOf(piece)) shares.delete(run);
    }
  }
  return { pieces, left };
}

function gainOf(run: string, shares: Shares): number {
  return (shares.get(run) ?? 1) - 1;
}

function sizeOf(pieces: readonly string[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** The last of the pieces, as far as they fit. */
function withinSize(pieces: readonly string[], characters: number): string[] {
  const first = pieces.findIndex((_, index) => sizeOf(pieces.slice(index)) <= characters);
  return pieces.slice(first);
}

function runsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - runLength + 1) }, (_, at) =>
    text.slice(at, at + runLength),
  );
}

function windowsOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / step) }, (_, at) =>
    text.slice(at * step, at * step + pieceLength),
  );
}

/** A piece without what no other text has at its ends. */
function trimmed(text: string, shares: Shares): string {
  const shared = runsOf(text).map(run => gainOf(run, shares) > 0);
  return text.slice(shared.indexOf(true), shared.lastIndexOf(true) + runLength);
}
