import { beginsAttribution, isAttribution, LONGEST_ATTRIBUTION } from './attribution.ts';
import { dividerAt, headersAbove } from './divider.ts';
import { signatureStart } from './signature.ts';

export type Reply = {
  /** What the sender wrote now. */
  text: string;
  /** What was cut from it: quotations with what stands above them, and the signature. */
  quoted: string;
};

/**
 * `> ` of all programs, and `ИП> ` with which The Bat! marks whose words they are. `>:` is the end
 * of an attribution that was broken inside its address.
 */
const quotedLine = /^\s{0,3}(?:>(?!:\s*$)|\p{Lu}{1,3}>+(?:\s|$))/u;

/** Attributions that were broken for the way; the longest of ours has three lines. */
const ATTRIBUTION_LINES = 4;

/** How many empty lines may stand between an attribution and what it stands above. */
const GAP_LINES = 3;

/**
 * Parts what was written now from what was quoted and signed, line by line, so that each line is in
 * one of the two: no word is lost, and in doubt it stays in `text`. Words below and between quoted
 * lines are the sender's own; what another wrote and the sender passes on is news, and stays.
 */
export function splitReply(whole: string, isForwarded: boolean): Reply {
  const lines = whole.split('\n');
  const isCut = lines.map((line) => quotedLine.test(line));
  cutAttributions(lines, isCut);
  const end = cutHistory(lines, isCut, isForwarded);
  cutSignatures(lines, isCut, end);
  return { text: joined(lines, isCut, false), quoted: joined(lines, isCut, true) };
}

function cutAttributions(lines: string[], isCut: boolean[]): void {
  for (let at = 1; at < lines.length; at += 1) {
    if (!isCut[at] || isCut[at - 1]) continue;
    let last = at - 1;
    while (last > at - 1 - GAP_LINES && lines[last]?.trim() === '') last -= 1;
    const count = attributionLines(lines, isCut, last, true);
    if (count > 0) isCut.fill(true, headersAbove(lines, last - count + 1), at);
  }
}

/** Of how many lines the attribution has that ends at a line: 0 if none ends there. */
function attributionLines(
  lines: readonly string[],
  isCut: readonly boolean[],
  last: number,
  isAboveQuote: boolean,
): number {
  let joinedLines = '';
  let longest = 0;
  for (let count = 1; count <= ATTRIBUTION_LINES; count += 1) {
    const line = lines[last - count + 1];
    if (line === undefined || line.trim() === '' || isCut[last - count + 1]) break;
    joinedLines = `${line.trim()} ${joinedLines}`;
    // The last of its lines may look like one by itself.
    if (isAttribution(joinedLines, isAboveQuote)) longest = count;
    if (!isContinued(lines[last - count], line)) break;
  }
  return longest;
}

/** A line that was broken for the way is long, and the next goes on in the middle of a name. */
function isContinued(above: string | undefined, line: string): boolean {
  if (above === undefined || above.trim() === '') return false;
  if (/,\s*$/.test(above) && beginsAttribution(above)) return true;
  if (above.length < BROKEN_FROM) return false;
  return /^\s*[<\p{Ll}]/u.test(line) || /^[^<]*>/.test(line) || /[<,]\s*$/.test(above);
}

/** Programs break lines at 72 to 78; a break inside brackets may come earlier. */
const BROKEN_FROM = 25;

/** Cuts what was appended without marks; returns where what the signature may close ends. */
function cutHistory(lines: string[], isCut: boolean[], isForwarded: boolean): number {
  let hasOwn = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (isCut[at]) continue;
    const divider = dividerAt(lines, at);
    const isPassedOn = divider?.kind === 'forwarded' || (divider !== null && isForwarded);
    if (isPassedOn) {
      isCut.fill(false, divider.at);
      return divider.at;
    }
    const start = divider?.at ?? attributionStart(lines, isCut, at);
    // Above nothing the history is all there is, perhaps with an answer below: it stays.
    if (start !== null && hasOwn) {
      isCut.fill(true, start);
      return start;
    }
    if (start !== null) return lines.length;
    hasOwn ||= lines[at]?.trim() !== '';
  }
  return lines.length;
}

/** Where the attribution begins that ends at a line and stands above lines without marks. */
function attributionStart(
  lines: readonly string[],
  isCut: readonly boolean[],
  at: number,
): number | null {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_ATTRIBUTION || !/[:：]\s*\*?$/u.test(line)) return null;
  const count = attributionLines(lines, isCut, at, false);
  return count === 0 ? null : headersAbove(lines, at - count + 1);
}

/** The signature at the end of each run of own lines, up to a line. */
function cutSignatures(lines: string[], isCut: boolean[], end: number): void {
  for (let from = 0; from < end;) {
    let to = from;
    while (to < end && !isCut[to]) to += 1;
    const start = from + signatureStart(lines.slice(from, to));
    isCut.fill(true, start, to);
    from = to + 1;
  }
}

/** The lines of one side; an empty line goes with the line above it. */
function joined(lines: readonly string[], isCut: readonly boolean[], isWanted: boolean): string {
  return lines
    .filter((_, at) => isCut[at] === isWanted)
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
