import { type RawBuilder, sql } from 'kysely';
import type { FactKind } from './kpis.ts';

type Shown = {
  joins: RawBuilder<unknown>;
  number: RawBuilder<string>;
  name: RawBuilder<string | null>;
  channel: RawBuilder<string | null>;
  /** By whom it was answered, talked over or sold. */
  agent: RawBuilder<number | null>;
};

const none = sql<null>`null::text`;

/** What a row of `kpi_facts f`, of whom `r` is, shows of what it is of. */
export const factRows: Record<FactKind, Shown> = {
  contact: {
    joins: sql`join conversations c on c.id = f.row_id`,
    number: sql`c.number::text`,
    name: sql`r.display_name`,
    channel: sql`c.channel`,
    agent: sql`c.touched_by`,
  },
  wish: {
    joins: sql`join retention_cases c on c.id = f.row_id`,
    number: sql`c.id::text`,
    name: sql`r.display_name`,
    channel: none,
    agent: sql`c.owner_staff_id`,
  },
  sale: {
    joins: sql`join deals d on d.id = f.row_id`,
    number: sql`d.id::text`,
    name: sql`coalesce(r.display_name, d.name)`,
    channel: none,
    agent: sql`d.owner_staff_id`,
  },
  outage: {
    joins: sql`join buildings b on b.id = f.part join streets t on t.id = b.street_id`,
    number: sql`f.row_id::text`,
    name: sql`t.name || ', ' || b.number`,
    channel: none,
    agent: sql`null::bigint`,
  },
};
