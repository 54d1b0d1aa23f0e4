import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { api as workApi } from '../../work/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import type { EntryAction } from '../api/entry.ts';

let world: World;
let boss: SignedIn;
let leader: SignedIn;
let anna: SignedIn;
let boris: SignedIn;
let calendarId: number;
let pipeline = 0;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  const grants = { team: 'Продажи', permissions: { 'sales.work': 'team' } } as const;
  anna = await signedIn(world, { ...grants, name: 'Белова Анна' });
  boris = await signedIn(world, { ...grants, name: 'Ветров Борис' });
  const leads = { 'sales.work': 'team', 'sales.manage': 'all' } as const;
  leader = await signedIn(world, { team: 'Продажи', permissions: leads, name: 'Громов Глеб' });
  const { rows } = await world.ctx.pool.query<{ id: number }>('select min(id) id from calendars');
  calendarId = Number(rows[0]?.id);
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const pass = () => world.tick('sales.stage_limits');
const read = async (id: number) => (await call('GET /api/deals/{id}', { id })).body;
const told = async (whose: SignedIn) =>
  (await world.via(workApi)('GET /api/mentions', {}, whose.as)).body.rows.map(
    ({ entityId, reason }) => [entityId, reason],
  );

/** A pipeline of two stages, of which the second does what is given. */
async function stages(entry: EntryAction[], limitSeconds: number | null = null) {
  pipeline += 1;
  const made = await call('POST /api/pipelines', { name: `Воронка ${pipeline}`, stages: ['А'] });
  const added = await call('POST /api/pipelines/{id}/stages', {
    id: made.body.id,
    name: 'Б',
    probability: 50,
    requiredFields: [],
    limitSeconds,
    calendarId: limitSeconds === null ? null : calendarId,
    entry,
  });
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  const { pipelines } = (await call('GET /api/pipelines')).body;
  const first = pipelines.find(({ id }) => id === made.body.id)?.stages[0]?.id ?? 0;
  return { first, second: added.body.id };
}

async function enter({ first, second }: { first: number; second: number }, fields = {}) {
  const input = { name: 'Котова Анна', stageId: first, ...fields };
  const { id } = (await call('POST /api/deals', input)).body;
  await call('POST /api/deals/{id}/move', { id, version: 1, stageId: second });
  return id;
}

const task = (text: string, staffId: number | null): EntryAction => ({
  kind: 'task',
  text,
  withinSeconds: 3600,
  calendarId,
  staffId,
});

describe('on entering a stage', () => {
  test('tasks are set for the owner and for another, once until they are done', async () => {
    const entry = [task('Позвонить', null), task('Проверить порт', boris.staffId)];
    const both = await stages(entry);
    const id = await enter(both, { ownerStaffId: anna.staffId, teamId: anna.teamId });
    const { tasks, enteredStageAt, history } = await read(id);
    expect(tasks).toMatchObject([
      { text: 'Позвонить', staff: null, doneAt: null },
      { text: 'Проверить порт', staff: { id: boris.staffId } },
    ]);
    expect(Date.parse(tasks[0]!.dueAt) - Date.parse(enteredStageAt)).toBe(3600_000);
    expect(history.filter(({ type }) => type === 'sales.task_set')).toHaveLength(2);
    const mine = (await call('GET /api/deal-tasks', {}, anna.as)).body.tasks;
    expect(mine.map(({ dealId, text }) => [dealId, text])).toEqual([[id, 'Позвонить']]);
    expect(await told(boris)).toContainEqual([id, 'given']);
    const { version } = await read(id);
    await call('POST /api/deals/{id}/move', { id, version, stageId: both.first });
    await call('POST /api/deals/{id}/move', { id, version: version + 1, stageId: both.second });
    expect((await read(id)).tasks).toHaveLength(2);
  });

  test('what is done is no longer asked for, and comes back when that is taken back', async () => {
    const id = await enter(await stages([task('Выслать расчёт', null)]), {
      ownerStaffId: boris.staffId,
      teamId: boris.teamId,
    });
    const taskId = (await read(id)).tasks[0]!.id;
    const texts = async () =>
      (await call('GET /api/deal-tasks', {}, boris.as)).body.tasks.map(({ text }) => text);
    expect(await texts()).toContain('Выслать расчёт');
    await call('PUT /api/deal-tasks/{id}', { id: taskId, isDone: true }, boris.as);
    expect(await texts()).not.toContain('Выслать расчёт');
    await call('PUT /api/deal-tasks/{id}', { id: taskId, isDone: false }, boris.as);
    expect(await texts()).toContain('Выслать расчёт');
    const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' } });
    const input = { id: taskId, isDone: true };
    const refused = await call('PUT /api/deal-tasks/{id}', input, stranger.as);
    expect(refused.body.code).toBe('sales.task_not_found');
    expect((await call('GET /api/deal-tasks', {}, stranger.as)).body.tasks).toEqual([]);
    // Of a deal that is over nothing is asked.
    const { version } = await read(id);
    await call('POST /api/deals/{id}/win', { id, version });
    expect(await texts()).not.toContain('Выслать расчёт');
  });

  test('an owner is chosen by load; whoever has a deal keeps it where that is said', async () => {
    const teamId = anna.teamId ?? 0;
    const spared = await stages([{ kind: 'owner', teamId, isOnlyNobodys: true }]);
    const kept = await enter(spared, { ownerStaffId: boss.staffId });
    expect((await read(kept)).owner?.id).toBe(boss.staffId);
    const taken = await stages([{ kind: 'owner', teamId, isOnlyNobodys: false }]);
    const owners: (number | undefined)[] = [];
    for (let at = 0; at < 6; at += 1) {
      const id = await enter(taken, { ownerStaffId: boss.staffId });
      owners.push((await read(id)).owner?.id);
    }
    const team = [anna, boris, leader].map(({ staffId }) => staffId);
    expect(owners.every((id) => id !== undefined && team.includes(id))).toBe(true);
    const { rows } = await world.ctx.pool.query<{ n: string }>(
      `select count(d.id) as n from staff s
       left join deals d on d.owner_staff_id = s.id and d.state = 'open'
       where s.id = any($1) group by s.id`,
      [team],
    );
    const loads = rows.map(({ n }) => Number(n));
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  test('a stage says what it leads to while the deal is open', async () => {
    const id = await enter(await stages([{ kind: 'prompt', what: 'guided_sale' }]));
    const { prompts, version } = await read(id);
    expect(prompts).toEqual(['guided_sale']);
    await call('POST /api/deals/{id}/win', { id, version });
    expect((await read(id)).prompts).toEqual([]);
  });

  test('nobody unknown is asked for anything', async () => {
    const made = await call('POST /api/pipelines', { name: 'Чужая', stages: ['А'] });
    const add = (entry: EntryAction[]) =>
      call('POST /api/pipelines/{id}/stages', {
        id: made.body.id,
        name: 'Б',
        probability: 50,
        requiredFields: [],
        limitSeconds: null,
        calendarId: null,
        entry,
      });
    const codes = [
      await add([task('Кому?', 99_999)]),
      await add([{ kind: 'owner', teamId: 99_999, isOnlyNobodys: true }]),
      await add([{ ...task('Когда?', null), calendarId: 99_999 } as EntryAction]),
    ].map(({ body }) => (body as unknown as { code: string }).code);
    expect(codes).toEqual(['sales.cannot_work', 'sales.no_such_team', 'sales.no_such_calendar']);
  });
});

describe('a term that has passed', () => {
  let both: { first: number; second: number };
  beforeEach(async () => {
    both = await stages([], 3600);
  });
  const owned = () => ({ ownerStaffId: anna.staffId, teamId: anna.teamId });
  const steps = async (id: number) => (await read(id)).history.map(({ type }) => type.slice(6));

  test('is told to the owner, then to whoever leads, each once', async () => {
    const id = await enter(both, owned());
    await pass();
    expect(await told(anna)).not.toContainEqual([id, 'late']);
    world.clock.advance({ seconds: 3601 });
    await pass();
    await pass();
    expect(await told(anna)).toContainEqual([id, 'late']);
    expect(await told(leader)).not.toContainEqual([id, 'late']);
    expect((await steps(id)).filter((one) => one === 'deal_late')).toHaveLength(1);
    world.clock.advance({ seconds: 3600 });
    await pass();
    await pass();
    expect(await told(leader)).toContainEqual([id, 'late']);
    expect(await told(boris)).not.toContainEqual([id, 'late']);
    expect((await steps(id)).filter((one) => one === 'deal_escalated')).toHaveLength(1);
  });

  test('a deal that moved on, or was closed, calls nobody', async () => {
    const [moved, won] = [await enter(both, owned()), await enter(both, owned())];
    await call('POST /api/deals/{id}/move', { id: moved, version: 2, stageId: both.first });
    await call('POST /api/deals/{id}/win', { id: won, version: 2 });
    world.clock.advance({ seconds: 10_000 });
    await pass();
    for (const id of [moved, won]) expect(await steps(id)).not.toContain('deal_late');
  });

  test('of a deal that nobody has, whoever leads hears at once', async () => {
    const id = await enter(both, { teamId: anna.teamId, ownerStaffId: null });
    expect((await read(id)).owner).toBeNull();
    world.clock.advance({ seconds: 3601 });
    await pass();
    expect(await told(leader)).toContainEqual([id, 'late']);
  });
});
