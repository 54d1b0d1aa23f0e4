import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { refuseVeiled } from '../veil.ts';
import { type TimelineRow, timelineSources } from '../slots.ts';
import { beforeOf, compareRows, cursorAt, placeOf } from './cursor.ts';
import { journalSource } from './journal-source.ts';

type Entry = TimelineRow & {
  source: string;
  details: Record<string, unknown> | null;
  actorKind: string;
  actorName: string | null;
};

type Page = { entries: Entry[]; nextCursor: string | null };

/** Later than anything that is shown: where the first page begins. */
const END_OF_TIME = new Date('9999-01-01T00:00:00Z');

/**
 * A page of everything that happened with a subscriber and those merged into it: the journal and
 * the sources of other domains, each read by its own index and merged by time.
 */
export async function readTimeline(
  ctx: Ctx,
  input: { id: number; cursor?: string | undefined; limit: number; types?: string[] | undefined },
): Promise<Result<Page>> {
  const found = await findSubscriber(ctx, input.id, 'subscribers.view');
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, found.value.ids);
  if (veiled) return veiled;
  const place = input.cursor === undefined ? null : placeOf(input.cursor);
  if (input.cursor !== undefined && !place) return fail('subscribers.bad_cursor');
  const types = input.types ?? null;
  const others = timelineSources.fills
    .map(({ piece }) => piece)
    .filter((source) => !types || source.types.some((type) => types.includes(type)));
  const pages = await Promise.all(
    [journalSource, ...others].map(async (source) => {
      const before = place
        ? beforeOf(source.name, place)
        : { at: END_OF_TIME, id: Number.MAX_SAFE_INTEGER };
      const page = { before, limit: input.limit + 1, types };
      const rows = await source.load(ctx, found.value.ids, page);
      return rows.map((row) => entryOf(source.name, row));
    }),
  );
  const entries = pages.flat().toSorted(compareRows);
  const shown = entries.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    entries: shown,
    nextCursor: last && entries.length > shown.length ? cursorAt(last) : null,
  });
}

function entryOf(source: string, row: TimelineRow): Entry {
  return {
    ...row,
    source,
    details: row.details ?? null,
    actorKind: row.actorKind ?? 'system',
    actorName: row.actorName ?? null,
  };
}
