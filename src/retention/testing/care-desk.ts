import { type RawBuilder, sql } from 'kysely';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { type As, type Call, createWorld, type World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { ensureVersion } from '../risk/ensure-version.ts';

const PEOPLE = 600;

/** What reaches all of them. */
export const wide = { budgetMinor: 1_000_000_000, slots: 1000, contactMinor: 5000 };

/** A world at an hour at which people may be called, with six hundred who may leave. */
export async function openCareDesk() {
  const world = await createWorld();
  const boss = await signedIn(world, { team: 'Забота' });
  world.clock.advance({ seconds: 2 * 3600 });
  await addPeople(world);
  const untyped = world.via(api);
  const call = ((key, input, as: As = boss.as) => untyped(key, input, as)) as Call<typeof api>;
  const desk = { world, boss, call, ...saidTo(world), ...listsOf(world, boss, call) };
  await desk.scored(world.clock.now());
  await desk.agree(sql`true`);
  return desk;
}

export type CareDesk = Awaited<ReturnType<typeof openCareDesk>>;

async function addPeople({ ctx }: World): Promise<void> {
  // Chance that is the same in every run.
  await sql`update trial_settings set salt = sha256('chance')`.execute(ctx.db);
  const version = await ensureVersion(ctx);
  await sql`
    with made as (
      insert into subscribers (id, root_id, kind, display_name, last_name, customer_since,
                               created_at, updated_at)
      overriding system value
      select n, n, 'person', 'Заботин ' || n, 'Заботин', '2020-01-01', now(), now()
      from   generate_series(1, ${PEOPLE}::int) n
      returning id)
    insert into risk_scores (id, version_id, scored_at, chance_30, chance_60, chance_90,
                             lifetime_months, margin_minor, value_minor, reason_group, reasons,
                             sides, numbers)
    select id, ${version}, now(), 0.1, 0.2, 0.2 + (id % 10) / 50.0, 20, 30000, 500000,
           case id % 4 when 0 then 'quality' when 1 then 'price' when 2 then 'money'
                       else 'competitor' end,
           '{outagesInQuarter}', '{high}', '{3}'
    from   made`.execute(ctx.db);
}

const saidTo = ({ ctx, clock }: World) => ({
  /** Everybody was scored as of then, by the version in force. */
  scored: (at: Date | null) =>
    sql`
    update risk_settings
    set    scored_at = ${at}, scored_version_id = (
             select version_id from risk_activations order by id desc limit 1)`.execute(ctx.db),
  /** They say whether they want to hear of offers, on the phone. */
  agree: (who: RawBuilder<unknown>, isGranted = true) =>
    sql`
    insert into consents (subscriber_id, channel, purpose, is_granted, source, recorded_at)
    select s.id, 'phone', 'advertising', ${isGranted}, 'Договор', ${clock.now()}
    from   subscribers s where ${who}`.execute(ctx.db),
});

function listsOf(world: World, boss: SignedIn, call: Call<typeof api>) {
  let names = 0;
  const open = async (id: number) => (await call('GET /api/care-lists/{id}', { id })).body;
  return {
    open,
    start: async (more: object = {}): Promise<{ id: number; status: number; code?: string }> => {
      names += 1;
      const name = `Список ${names}`;
      const input = { name, ...wide, dailyCalls: 20, leastPoints: 40, ...more };
      const { status, body } = await call('POST /api/care-lists', input);
      return { status, ...(body as { id: number; code?: string }) };
    },
    end: async (id: number) => {
      const { version } = await open(id);
      return call('POST /api/care-lists/{id}/end', { id, version, reason: 'Проверка' });
    },
    /** Of the queue of all tasks what lists have handed out. */
    tasks: async (as: As = boss.as) => {
      const { body } = await world.via(workApi)('GET /api/tasks', { limit: 200 }, as);
      return body.tasks.filter(({ kind }) => kind === 'care');
    },
    members: async (id: number, state: string): Promise<number[]> => {
      const { rows } = await sql<{ id: number }>`
        select subscriber_id as id from care_list_members
        where  list_id = ${id} and state = ${state} order by place`.execute(world.ctx.db);
      return rows.map((row) => row.id);
    },
  };
}
