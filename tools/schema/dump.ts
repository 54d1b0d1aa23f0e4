import pg from 'pg';

/**
 * The schema as readable SQL, for people who look for a table and for the check that migrations
 * and code agree. Made from the catalogs, since the embedded PostgreSQL brings no pg_dump.
 * Leaves out partitions and what libraries make for themselves.
 */
export async function dumpSchema(url: string, schema: string): Promise<string> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c search_path=${schema},public`,
  });
  await client.connect();
  try {
    const tables = await client.query<{ name: string; columns: string; tail: string }>(tablesSql, [
      schema,
    ]);
    const indexes = await client.query<{ line: string }>(indexesSql, [schema]);
    const rest = await client.query<{ line: string }>(restSql, [schema]);
    return [
      '-- Made from migrations/ by "npm run schema"; never edited by hand.',
      ...tables.rows.map((t) => `create table ${t.name} (\n${t.columns}\n)${t.tail};`),
      indexes.rows.map((row) => row.line).join('\n'),
      ...rest.rows.map((row) => row.line),
      '',
    ]
      .join('\n\n')
      .replaceAll(`${schema}.`, '');
  } finally {
    await client.end();
  }
}

/** Tables of our own: the sign-in library's begin with auth_. */
const own = `c.relkind in ('r', 'p') and not c.relispartition and n.nspname = $1
  and c.relname !~ '^(auth_.*|migrations)$'`;

const tablesSql = `
  select c.relname as name,
         (select string_agg(line, E',\\n' order by place) from (
            select a.attnum::int as place,
                   '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || coalesce((select format(' collate %I', l.collname) from pg_collation l
                                where l.oid = a.attcollation
                                and l.collname not in ('default', 'C')), '')
                   || case when a.attidentity = 'a' then ' generated always as identity' else '' end
                   || case when a.attnotnull and a.attidentity = '' then ' not null' else '' end
                   || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
            from   pg_attribute a
            left   join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where  a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            union all
            select 1000 + row_number() over (order by k.contype desc, k.conname),
                   '  ' || pg_get_constraintdef(k.oid)
            from   pg_constraint k
            where  k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')) lines) as columns,
         coalesce(' partition by ' || pg_get_partkeydef(c.oid), '') as tail
  from   pg_class c join pg_namespace n on n.oid = c.relnamespace
  where  ${own}
  order  by c.relname`;

const indexesSql = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
  from   pg_index i
  join   pg_class c on c.oid = i.indrelid
  join   pg_namespace n on n.oid = c.relnamespace
  where  ${own}
  and    not exists (select from pg_constraint k where k.conindid = i.indexrelid
                     and k.contype in ('p', 'u'))
  order  by i.indexrelid::regclass::text`;

const restSql = `
  select line from (
    select 1 as kind, p.proname as name, pg_get_functiondef(p.oid) || ';' as line
    from   pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where  n.nspname = $1
    union all
    select 2, t.tgname, pg_get_triggerdef(t.oid) || ';'
    from   pg_trigger t join pg_class c on c.oid = t.tgrelid
    join   pg_namespace n on n.oid = c.relnamespace
    where  not t.tgisinternal and ${own}) parts
  order  by kind, name`;
