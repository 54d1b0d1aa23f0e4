import { z } from 'zod';
import { CursorInstant, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { type OpenTask, sourcesFor, type TaskPlace, type TaskSource } from './task-sources.ts';

export type KindTask = OpenTask & { kind: string };

const Place = z.tuple([CursorInstant, z.string(), z.int()]);
type Place = z.output<typeof Place>;

/** Tasks of all sources in one queue, the earliest due first: one's own and nobody's. */
export async function listTasks(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Result<{ tasks: KindTask[]; nextCursor: string | null; resting: Rest | null }>> {
  const place = placeAfter(cursor, Place);
  if (!place.ok) return place;
  const found = await nextTasks(ctx, { after: place.value, limit: limit + 1, isNobodys: false });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const veiled = await veiledNow(ctx);
  return ok({
    resting: found.length === 0 && !cursor ? await restOf(ctx) : null,
    tasks: shown.map((task) =>
      isVeiledOf(veiled, task.subscriberId) ? { ...task, name: '', words: '' } : task,
    ),
    nextCursor:
      last && found.length > limit
        ? makeCursor([last.dueAt.toISOString(), last.kind, last.id])
        : null,
  });
}

type Rest = { count: number; from: Date };

/** Where nothing may be done now: how much waits for its hour, and from when. */
async function restOf(ctx: Ctx): Promise<Rest | null> {
  const all: Rest[] = [];
  for (const source of sourcesFor(ctx)) {
    const { count, from } = await source.resting(ctx);
    if (from) all.push({ count, from });
  }
  const [first] = all.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  return first ? { ...first, count: all.reduce((sum, { count }) => sum + count, 0) } : null;
}

type Asked = { after: Place | null; limit: number; isNobodys: boolean };

/** The first tasks of all sources after a place; each source is asked for as many as all show. */
export async function nextTasks(ctx: Ctx, { after, ...asked }: Asked): Promise<KindTask[]> {
  const all: KindTask[] = [];
  for (const source of sourcesFor(ctx)) {
    const rows = await source.page(ctx, { ...asked, after: after && placeOf(source, after) });
    all.push(...rows.map((row) => ({ ...row, kind: source.kind })));
  }
  return all.toSorted(inOrder).slice(0, asked.limit);
}

/** Of what is due at the same moment a page ends within a kind: before it all, after it none. */
function placeOf({ kind }: TaskSource, [due, ofKind, ofId]: Place): TaskPlace {
  if (kind === ofKind) return [due, ofId];
  return [due, kind < ofKind ? Number.MAX_SAFE_INTEGER : 0];
}

function inOrder(a: KindTask, b: KindTask): number {
  const sooner = a.dueAt.getTime() - b.dueAt.getTime();
  if (sooner !== 0) return sooner;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id - b.id;
}
