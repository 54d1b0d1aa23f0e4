import type pg from 'pg';

export type BackupTable = { name: string; columns: string[] };

/**
 * What the queue counts for itself, answers kept for repeats, and the version notes that migrations
 * write: made anew by a restore.
 */
const madeAnew = new Set([
  'migrations',
  'version',
  'bam',
  'warning',
  'queue_stats',
  'idempotency_keys',
]);

/**
 * The tables of a schema in the order in which they can be filled: a table stands behind those that
 * its foreign keys name. Partitions come with their parent. Which database transaction wrote a row
 * is told by the restore itself, for the numbers of another server mean nothing here.
 */
export async function tablesInOrder(client: pg.ClientBase, schema: string): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = ''
                  and not (a.atttypid = 'xid8'::regtype and a.attnotnull)
                  order by a.attnum) as columns,
            array(select distinct r.relname::text from pg_constraint k
                  join pg_class r on r.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from   pg_class c join pg_namespace n on n.oid = c.relnamespace
     where  n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition
     order  by c.relname`,
    [schema],
  );
  const waiting = rows.filter((row) => !madeAnew.has(row.name));
  const placed: BackupTable[] = [];
  const names = new Set<string>();
  while (waiting.length > 0) {
    const at = waiting.findIndex((row) =>
      row.needs.every((need) => names.has(need) || madeAnew.has(need)),
    );
    const [next] = waiting.splice(at, 1);
    if (at < 0 || !next) throw new Error('tables point at each other in a circle');
    placed.push({ name: next.name, columns: next.columns });
    names.add(next.name);
  }
  return placed;
}

/** Quoted and comma-separated, for a COPY. */
export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');
