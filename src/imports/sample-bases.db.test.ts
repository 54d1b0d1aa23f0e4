import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { importSteps } from './testing/import-steps.ts';
import { churnLookAlike, telcoLookAlike } from './testing/look-alikes.ts';
import { churnPerson, type Person, sampleRows, telcoPerson } from './testing/sample-bases.ts';
import { runToEnd } from './testing/server-process.ts';

// The command of each base is a whole process.
vi.setConfig({ testTimeout: 240_000 });

let world: World;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

/** A way to bring a file in; answers how many were made, and how it is all taken back. */
type Door = (csv: string) => Promise<{ created: number; undo: () => Promise<number> }>;

const byWizard: Door = async (csv) => {
  const { id, counts } = await steps.bring(csv);
  return { created: counts.created, undo: async () => (await steps.undo(id)).counts.removed };
};

const byCommand: Door = async (csv) => {
  await writeFile(join(world.installation.config.dataDir, 'base.csv'), csv);
  const run = async (...args: string[]): Promise<string> => {
    const { code, output } = await runToEnd(world, 'tools/import.ts', args);
    expect({ code, output }).toMatchObject({ code: 0 });
    return output;
  };
  const said = await run('base.csv');
  const numberIn = (text: string, before: RegExp) => Number(before.exec(text)?.[1]);
  const id = numberIn(said, /--undo (\d+)/);
  return {
    created: numberIn(said, /Добавлено: (\d+)/),
    undo: async () => numberIn(await run('--undo', String(id)), /Убрано: (\d+)/),
  };
};

async function people(): Promise<Person[]> {
  const { rows } = await world.ctx.pool.query<Person>(`
    select s.display_name as name, split_part(s.external_id, '-', 2)::int as row, s.status,
           case when s.external_id is null then a.number
                else split_part(a.number, '-', 2) end as number,
           a.state, t.name as tariff, t.fee_minor as "feeMinor",
           array(select p.name from subscriptions o
                 join product_versions v on v.id = o.product_version_id
                 join products p on p.id = v.product_id
                 where o.account_id = a.id and p.kind = 'addon'
                 order by p.name collate "C") as services,
           (select coalesce(jsonb_object_agg(d.label, e.value), '{}')
            from   jsonb_each(s.attributes) e
            join   attribute_definitions d on d.key = e.key and d.entity = 'subscribers')
             as attributes
    from   subscribers s
    left   join accounts a on a.subscriber_id = s.id
    left   join lateral (
      select p.name, o.monthly_fee_minor as fee_minor from subscriptions o
      join   product_versions v on v.id = o.product_version_id
      join   products p on p.id = v.product_id
      where  o.account_id = a.id and p.kind = 'tariff') t on true
    order  by s.id`);
  return rows;
}

/** How much stands in the tables that an import fills. */
async function amounts(): Promise<Record<string, number>> {
  const tables = [
    'subscribers',
    'accounts',
    'subscriptions',
    'products',
    'product_versions',
    'attribute_definitions',
    'search_entries',
    'import_rows',
  ];
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await world.ctx.pool.query<Record<string, number>>(
    `select ${counts.join(', ')}`,
  );
  return rows[0] ?? {};
}

type Base = { csv: () => Promise<string>; rows: number; expected: typeof churnPerson };

const proofs = (bases: Record<string, Base>) => {
  const cases = Object.entries(bases).flatMap(([name, base]) => [
    { name, door: 'the wizard', bring: byWizard, ...base },
    { name, door: 'npm run import', bring: byCommand, ...base },
  ]);
  test.each(cases)(
    '$name through $door: everybody as the file says, and none left after the undo',
    async ({ csv, rows, expected, bring }) => {
      const text = await csv();
      const before = await amounts();
      const { created, undo } = await bring(text);
      expect(created).toBe(rows);
      expect(await people()).toEqual(sampleRows(text).map(expected));
      expect(await undo()).toBe(rows);
      expect(await amounts()).toEqual(before);
    },
  );
};

describe('made-up bases with the columns of the public samples', () => {
  proofs({
    'like IBM Telco': { csv: async () => telcoLookAlike(31), rows: 31, expected: telcoPerson },
    'like modeldata': { csv: async () => churnLookAlike(31), rows: 31, expected: churnPerson },
  });
});

const samples = process.env['BEREG_SAMPLES'] ?? '';

describe.skipIf(!existsSync(join(samples, 'ibm_telco.csv')))(
  'the public sample bases, where BEREG_SAMPLES names their folder',
  () => {
    const fileOf = (name: string) => () => readFile(join(samples, name), 'utf8');
    proofs({
      'IBM Telco': { csv: fileOf('ibm_telco.csv'), rows: 7_043, expected: telcoPerson },
      modeldata: { csv: fileOf('mlc_churn_5000.csv'), rows: 5_000, expected: churnPerson },
    });
  },
);
