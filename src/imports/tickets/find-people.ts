import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { StagedRow } from '../apply/loads.ts';
import type { TicketRecord } from './ticket-record.ts';

export type TicketRow = StagedRow<TicketRecord>;

/** Whom the file means: somebody, several who might be, or nobody who is here. */
export type Found = { id: number; name: string } | 'several' | 'nobody';

type Sign = { row: number; rank: number; kind: string; value: string };

/**
 * Whose the tickets of some rows are, by the account, then the contract, the phones and e-mails:
 * the first of these that one subscriber alone has. Rows that name nobody are left out.
 */
export async function findPeople(
  ctx: Ctx,
  rows: readonly TicketRow[],
): Promise<Map<number, Found>> {
  const signs = rows.flatMap(signsOf);
  // accounts_number, accounts_contract, contacts_value, subscribers_pkey
  const { rows: met } = await sql<{ row: number; people: number; id: number; name: string }>`
    with signs as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(signs)}::jsonb)
        as q("row" integer, rank integer, kind text, value text)),
    found as (
      select q."row", q.rank, a.subscriber_id
      from   signs q join accounts a on q.kind = 'account' and a.number = q.value
      union all
      select q."row", q.rank, a.subscriber_id
      from   signs q join accounts a on q.kind = 'contract' and a.contract_number = q.value
      union all
      select q."row", q.rank, c.subscriber_id
      from   signs q
      join   contacts c on c.kind = q.kind and c.value = q.value and c.removed_at is null)
    select f."row", count(distinct r.id)::int as people, min(r.id) as id,
           min(r.display_name) as name
    from   found f
    join   subscribers s on s.id = f.subscriber_id
    join   subscribers r on r.id = s.root_id and r.erased_at is null
    group  by f."row", f.rank
    order  by f."row", f.rank`.execute(ctx.db);
  const byRow = Map.groupBy(met, ({ row }) => row);
  const asked = new Set(rows.filter(({ record }) => record.named.length > 0));
  return new Map<number, Found>(
    [...asked].map(({ rowNumber }) => {
      const candidates = byRow.get(rowNumber) ?? [];
      const one = candidates.find(({ people }) => people === 1);
      if (one) return [rowNumber, { id: one.id, name: one.name }];
      return [rowNumber, candidates.length > 0 ? 'several' : 'nobody'];
    }),
  );
}

function signsOf({ rowNumber: row, record: { account, contacts } }: TicketRow): Sign[] {
  const of = (rank: number, kind: string, value: string | undefined): Sign[] =>
    value === undefined ? [] : [{ row, rank, kind, value }];
  return [
    ...of(0, 'account', account.number),
    ...of(1, 'contract', account.contractNumber),
    ...contacts.flatMap(({ kind, value }) => of(kind === 'phone' ? 2 : 3, kind, value)),
  ];
}
