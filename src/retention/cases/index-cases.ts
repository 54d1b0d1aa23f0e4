import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Findable } from '../../kernel/search/findable.ts';
import { upsertEntries } from '../../kernel/search/index-entries.ts';

type Described = {
  id: number;
  rootId: number;
  name: string;
  reason: string | null;
  words: string | null;
  note: string;
  ownerStaffId: number | null;
  teamId: number | null;
  openedAt: Date;
};

const BATCH = 1000;

/** Makes cases findable by number, name, reason and what was said, as they are now. */
export async function indexCases(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // retention_cases_pkey, subscribers_pkey, leaving_reasons_pkey, case_wishes_case
  const { rows } = await sql<Described>`
    select c.id, r.id as root_id, r.display_name as name, g.name || ' · ' || n.name as reason,
           (select string_agg(w.words, ' ' order by w.id) from case_wishes w
            where  w.case_id = c.id) as words,
           c.note, c.owner_staff_id, c.team_id, c.opened_at
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join leaving_reasons n on n.id = c.reason_id
    left   join leaving_reasons g on g.id = n.parent_id
    where  c.id = any(${[...ids]}::bigint[]) and r.erased_at is null`.execute(ctx.db);
  await upsertEntries(ctx, rows.map(describe));
}

const describe = (row: Described): Findable => ({
  kind: 'case',
  refId: row.id,
  subscriberId: row.rootId,
  ownerStaffId: row.ownerStaffId,
  teamId: row.teamId,
  title: `№ ${row.id} · ${row.name}`,
  subtitle: row.reason ?? '',
  happenedAt: row.openedAt,
  words: {
    names: [row.name],
    ticketNumbers: [row.id],
    texts: [row.reason ?? '', row.words ?? '', row.note],
  },
});

/** Those that were opened before cases could be found. */
export async function indexFormerCases(outer: Ctx): Promise<void> {
  for (let after = 0; ;) {
    // retention_cases_pkey, search_entries_pkey (kind, ref_id)
    const { rows } = await sql<{ id: number }>`
      select c.id from retention_cases c
      where  c.id > ${after} and not exists (
               select from search_entries e where e.kind = 'case' and e.ref_id = c.id)
      order  by c.id limit ${BATCH}`.execute(outer.db);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    await inTransaction(outer, (ctx) =>
      indexCases(
        ctx,
        rows.map(({ id }) => id),
      ),
    );
  }
}
