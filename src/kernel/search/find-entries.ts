import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { reachOf } from '../context.ts';
import { visibleTo } from '../db/visible-to.ts';
import { messageKind, searchKinds } from './search-kinds.ts';
import type { Stage } from './search-stages.ts';

export type FoundEntry = {
  kind: string;
  refId: number;
  subscriberId: number | null;
  title: string;
  subtitle: string;
  happenedAt: Date;
};

/** Enough to choose the best from, and few enough to be read at once. */
const candidateLimit = 200;

/** From this share on a query is answered sooner from the table than by its index. */
const wideShare = 0.02;
/** How many rows are looked through: half as many again as are likely to hold enough. */
const rowsFor = (share: number): number => Math.ceil((1.5 * candidateLimit) / share);

/** The kinds that the actor may find, of those asked for. */
export function openKinds(ctx: Ctx, asked?: readonly string[]): readonly string[] {
  return searchKinds.fills
    .map(({ piece }) => piece)
    .filter(
      ({ kind, permission }) => !asked || (asked.includes(kind) && reachOf(ctx.actor, permission)),
    )
    .filter(({ permission }) => reachOf(ctx.actor, permission) !== null)
    .map(({ kind }) => kind);
}

/**
 * Candidates of each kind that meet the query and that the actor may see, in no order. Served by
 * search_entries_words.
 */
export async function findEntries(
  ctx: Ctx,
  kinds: readonly string[],
  { query, share }: Stage,
): Promise<FoundEntry[]> {
  const entryKinds = kinds.filter((kind) => kind !== messageKind);
  if (entryKinds.length === 0 || query === '') return [];
  if (share < wideShare) return readByIndex(ctx, entryKinds, query);
  await preferTable(ctx, true);
  const found = await readEntries(ctx, entryKinds, query, firstRows(rowsFor(share)));
  const counts = Map.groupBy(found, ({ kind }) => kind);
  // What is common in one kind may be rare in another.
  const rare = entryKinds.filter((kind) => (counts.get(kind)?.length ?? 0) < candidateLimit / 2);
  const isRare = new Set(rare);
  return [
    ...found.filter(({ kind }) => !isRare.has(kind)),
    ...(rare.length > 0 ? await readByIndex(ctx, rare, query) : []),
  ];
}

async function readByIndex(
  ctx: Ctx,
  kinds: readonly string[],
  query: string,
): Promise<FoundEntry[]> {
  await preferTable(ctx, false);
  return readEntries(ctx, kinds, query, () => sql`search_entries`);
}

/**
 * PostgreSQL knows nothing of how common these words are and would now and then read the whole
 * table, in one order or another; the dictionary knows.
 */
async function preferTable(ctx: Ctx, isTable: boolean): Promise<void> {
  const isOn = isTable ? 'on' : 'off';
  await sql`
    select set_config('enable_seqscan', ${isOn}, true),
           set_config('enable_indexscan', ${isOn}, true)`.execute(ctx.db);
}

type Source = (kind: string) => RawBuilder<unknown>;

const columns = sql.raw('e.kind, e.ref_id, e.subscriber_id, e.title, e.subtitle, e.happened_at');

const firstRows =
  (rows: number): Source =>
  (kind) =>
    sql`
  (select ${columns}, e.words, e.owner_staff_id, e.team_id
   from search_entries e where e.kind = ${kind} limit ${rows})`;

async function readEntries(
  ctx: Ctx,
  kinds: readonly string[],
  query: string,
  source: Source,
): Promise<FoundEntry[]> {
  const parts = kinds.map(
    (kind) => sql`
      (select ${columns}
       from ${source(kind)} e
       where e.kind = ${kind} and e.words @@ ${query}::tsquery and ${mayFind(ctx, kind)}
       limit ${candidateLimit})`,
  );
  const { rows } = await sql<FoundEntry>`${sql.join(parts, sql` union all `)}`.execute(ctx.db);
  return rows;
}

/** Row access, the same as in the kind's list and card. */
export function mayFind(ctx: Ctx, kind: string): RawBuilder<unknown> {
  // As for its path, the last to speak of a kind holds.
  const found = searchKinds.fills.findLast(({ piece }) => piece.kind === kind)?.piece;
  if (!found) return sql`false`;
  const { permission, reaches } = found;
  const owned = { owner: 'e.ownerStaffId', team: 'e.teamId' };
  return sql`${reaches ? reaches(ctx) : visibleTo(ctx, permission, owned)}`;
}
