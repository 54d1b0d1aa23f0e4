import type { Ctx } from '../context.ts';
import { timedRead } from '../db/timed-read.ts';
import { type Dictionary, findMeantWords, readDictionary } from './dictionary.ts';
import { findEntries, type FoundEntry, openKinds } from './find-entries.ts';
import { findMessages } from './find-messages.ts';
import type { QueryToken } from './query-token.ts';
import { type Candidate, rankResults } from './rank-results.ts';
import { readQuery } from './read-query.ts';
import { messageKind } from './search-kinds.ts';
import {
  begunStage,
  broadStage,
  exactStage,
  slipStage,
  type Stage,
  unknownWords,
} from './search-stages.ts';

export type SearchOptions = {
  /** Only these kinds; all that the actor may find where none are given. */
  kinds?: readonly string[] | undefined;
  /** Most results of each kind. */
  limit: number;
};

/** No stage may take longer: results that come late are worse than those of the next letter. */
const stageLimitMs = 400;
/** With fewer than these a slip is likely. */
const few = 5;

/**
 * Finds what was typed, in any notation, layout and spelling, among everything that the actor may
 * see: first as typed, then with the last word begun, and where little was found by likeness too.
 * @returns at most `limit` of each kind, the best first
 */
export async function search(
  ctx: Ctx,
  typed: string,
  options: SearchOptions,
): Promise<FoundEntry[]> {
  const tokens = readQuery(typed);
  const kinds = openKinds(ctx, options.kinds);
  if (tokens.length === 0 || kinds.length === 0) return [];
  const candidates = await collect(ctx, tokens, kinds, options.limit);
  const ranked = rankResults(candidates, tokens, kinds);
  const shown = new Map<string, number>();
  return ranked.filter(({ kind }) => {
    const before = shown.get(kind) ?? 0;
    shown.set(kind, before + 1);
    return before < options.limit;
  });
}

async function collect(
  ctx: Ctx,
  tokens: readonly QueryToken[],
  kinds: readonly string[],
  limit: number,
): Promise<Candidate[]> {
  const dictionary = await timedRead(ctx, stageLimitMs, (timed) => readDictionary(timed, tokens));
  if (!dictionary) return [];
  const isOfMessages = kinds.includes(messageKind);
  const [entries, messages] = await Promise.all([
    kinds.some((kind) => kind !== messageKind)
      ? collectEntries(ctx, { tokens, kinds, limit, dictionary })
      : [],
    isOfMessages
      ? timedRead(ctx, stageLimitMs, (timed) =>
          findMessages(timed, begunStage(tokens, dictionary), limit),
        )
      : [],
  ]);
  return [...entries, ...(messages ?? []).map((message) => ({ ...message, stage: 0 }))];
}

type Asked = {
  tokens: readonly QueryToken[];
  kinds: readonly string[];
  limit: number;
  dictionary: Dictionary;
};

async function collectEntries(
  ctx: Ctx,
  { tokens, kinds, limit, dictionary }: Asked,
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const asked = new Set<string>();
  const ask = async (place: number, timed: Ctx, stage: Stage): Promise<void> => {
    if (asked.has(stage.query)) return;
    asked.add(stage.query);
    for (const entry of await findEntries(timed, kinds, stage)) {
      const key = `${entry.kind} ${entry.refId}`;
      if (!found.has(key)) found.set(key, { ...entry, stage: place });
    }
  };
  const isInTime = await timedRead(ctx, stageLimitMs, async (timed) => {
    await ask(0, timed, exactStage(tokens, dictionary));
    if (found.size < limit) await ask(1, timed, begunStage(tokens, dictionary));
    return true;
  });
  if (isInTime && found.size < few) {
    await timedRead(ctx, stageLimitMs, async (timed) => {
      const slips = unknownWords(tokens, dictionary);
      if (slips.length > 0) {
        await ask(2, timed, slipStage(tokens, dictionary, await findMeantWords(timed, slips)));
      }
      if (found.size > 0) return;
      const words = [...new Set(tokens.flatMap((token) => token.fuzzyWords))];
      await ask(3, timed, broadStage(tokens, dictionary, await findMeantWords(timed, words)));
    });
  }
  return [...found.values()];
}
