import { sql } from 'kysely';
import type { Eraser, Passing, PersonalDataSource } from '../subscribers/index.ts';

/** In which groups a person was put, and when. */
export const personalData: PersonalDataSource = {
  section: 'segments',
  load: async (ctx, ids) => {
    // segment_members_subscriber (subscriber_id, since_at desc), segments_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select g.name, k.since_at, k.until_at
      from   segment_members k join segments g on g.id = k.segment_id
      where  k.subscriber_id = any(${ids}::bigint[])
      order  by k.id`.execute(ctx.db);
    return rows;
  },
};

/** Groups forget whom they had; the sizes of the past stay. */
export const eraser: Eraser = {
  erase: async (ctx, ids) => {
    // segment_members_subscriber (subscriber_id, since_at desc), segments_pkey
    await sql`
      with gone as (
        delete from segment_members where subscriber_id = any(${ids}::bigint[])
        returning segment_id, until_at)
      update segments g set size = greatest(0, g.size - n.count)
      from   (select segment_id, count(*) as count from gone
              where  until_at is null group by segment_id) n
      where  g.id = n.segment_id`.execute(ctx.db);
  },
};

/** Groups that count themselves; whom somebody has put into one is not passing. */
export const passing: Passing = {
  tables: ['segment_members'],
  remove: eraser.erase,
  // segment_members_subscriber (subscriber_id, since_at desc), segments_pkey
  worked: (ids) => sql`
    select k.subscriber_id from segment_members k join segments g on g.id = k.segment_id
    where  k.subscriber_id = any(${[...ids]}::bigint[]) and g.kind = 'static'`,
};
