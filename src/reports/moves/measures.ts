import { type RawBuilder, sql } from 'kysely';

/**
 * What is counted of moves `m` of accounts: which of them, and what each adds. Of what
 * happened in a month the same condition finds the rows.
 */
export type Measure = {
  key: string;
  /** What it adds, a part for each side of a move where it takes from one tariff. */
  parts: readonly Part[];
  /** Of leavers it is known why. */
  hasReason?: true;
};

type Part = {
  where: RawBuilder<boolean>;
  count: RawBuilder<number>;
  minor: RawBuilder<number>;
  /** The tariff it is told under; null: of a change of sums there is none. */
  product: RawBuilder<number> | null;
};

const one = sql<number>`1`;

const coming = (key: string, where: RawBuilder<boolean>): Measure => ({
  key,
  parts: [{ where, count: one, minor: sql`m.after_minor`, product: sql`m.to_product_id` }],
});

const going = (key: string, where: RawBuilder<boolean>): Measure => ({
  key,
  hasReason: true,
  parts: [{ where, count: one, minor: sql`m.before_minor`, product: sql`m.from_product_id` }],
});

const movements = ['new', 'return', 'expansion', 'contraction', 'churn'] as const;

const movement = (kind: (typeof movements)[number]): Measure => ({
  key: `mrr_${kind}`,
  parts: [
    {
      where: sql`m.movement = ${sql.lit(kind)}`,
      count: one,
      minor: sql`m.after_minor - m.before_minor`,
      product: null,
    },
  ],
});

/** Those who are here, and what they pay a month: what each day adds to it and takes away. */
const base: Measure = {
  key: 'base',
  parts: [
    {
      where: sql`m.was_here`,
      count: sql`-1`,
      minor: sql`-m.before_minor`,
      product: sql`m.from_product_id`,
    },
    { where: sql`m.is_here`, count: one, minor: sql`m.after_minor`, product: sql`m.to_product_id` },
  ],
};

export const moveMeasures: readonly Measure[] = [
  base,
  coming('connections', sql`m.is_connected`),
  // Whoever returns connects, and by that the index finds them.
  coming('returns', sql`(m.is_connected and m.is_returned)`),
  going('leavers', sql`m.is_gone`),
  going('leavers_by_wish', sql`(m.is_gone and m.is_by_wish)`),
  ...movements.map(movement),
];

/** What moves `m` add to the figures of their days: a subquery of all its rows. */
export function contributions(moves: RawBuilder<unknown>, sign: RawBuilder<number>) {
  const parts = moveMeasures.flatMap(({ key, hasReason, parts: all }) =>
    all.map(
      ({ where, count, minor, product }) => sql`
      (${sql.lit(key)}, ${where}, ${count}, ${minor},
       ${product === null ? sql`null` : sql`coalesce(${product}::text, '')`},
       ${hasReason ? sql`coalesce(m.reason_id::text, '')` : sql`null`})`,
    ),
  );
  return sql`(
    select d.dimension, d.value, p.measure, m."on", sum(p.count * ${sign})::bigint as count,
           sum(p.minor * ${sign})::bigint as amount_minor
    from   ${moves} m
    cross  join lateral (values ${sql.join(parts)})
             p (measure, applies, count, minor, product, reason)
    cross  join lateral (values ('all', ''), ('district', m.district),
                                ('technology', m.technology), ('tariff', p.product),
                                ('reason', p.reason)) d (dimension, value)
    where  p.applies and d.value is not null
    group  by 1, 2, 3, 4)`;
}
