import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

type Whose = {
  subscriberOf: (ctx: Ctx, id: number) => Promise<number | null>;
  isErased: (ctx: Ctx, id: number) => Promise<boolean>;
};

/** Whose a record of a table is that points at its subscriber, and whether that one was erased. */
export const whoseRecord = (name: string): Whose => {
  const table = sql.table(name);
  return {
    subscriberOf: async (ctx, id) => {
      // the table's own key
      const { rows } = await sql<{ subscriberId: number | null }>`
        select subscriber_id from ${table} where id = ${id}`.execute(ctx.db);
      return rows[0]?.subscriberId ?? null;
    },
    /** Locks the record, so that an erasure waits. */
    isErased: async (ctx, id) => {
      // the table's own key; whose it is is read when the lock is held
      await sql`select from ${table} where id = ${id} for share`.execute(ctx.db);
      const { rows } = await sql`
        select from ${table} r join subscribers s on s.id = r.subscriber_id
        where  r.id = ${id} and s.erased_at is not null`.execute(ctx.db);
      return rows.length > 0;
    },
  };
};
