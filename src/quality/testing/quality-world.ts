import { sql } from 'kysely';
import { bulkLoad, type ConversationLoad } from '../../conversations/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { signedIn } from '../../testing/staff.ts';
import { type As, type Call, createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

/** A contact that was closed on a day of the week from the 2nd of March 2026. */
export const contact = (
  staffId: number,
  more: Partial<ConversationLoad> = {},
): ConversationLoad => ({
  channel: 'telegram',
  subscriberId: null,
  subject: '',
  text: 'Интернет пропадает по вечерам',
  said: [{ direction: 'out', text: 'Проверим линию', at: new Date('2026-03-03T09:01:00Z') }],
  openedAt: new Date('2026-03-03T09:00:00Z'),
  closedAt: new Date('2026-03-03T10:00:00Z'),
  outcome: 'answered',
  touch: { seconds: 30, staffId },
  ...more,
});

export const loadContacts = (world: World, rows: readonly ConversationLoad[]): Promise<number[]> =>
  inBulkTransaction(world.ctx, (ctx) => bulkLoad(ctx, rows));

/** Somebody who leads quality, another reviewer, and two agents of two teams. */
export async function openQualityWorld() {
  const world = await createWorld();
  const boss = await signedIn(world, { name: 'Смирнова Вера' });
  const second = await signedIn(world, { name: 'Орлова Нина', role: 'supervisor' });
  const agent = await signedIn(world, { name: 'Котов Илья', role: 'agent', team: 'Первая' });
  const other = await signedIn(world, { name: 'Белов Олег', role: 'agent', team: 'Вторая' });
  const untyped = world.via(api);
  const call = ((key, input, as: As = boss.as) => untyped(key, input, as)) as Call<typeof api>;
  const plan = async (contactsWeekly: number): Promise<void> => {
    const { version } = (await call('GET /api/quality-plan')).body;
    await call('PUT /api/quality-plan', { version, contactsWeekly });
  };
  /** Answers all that is left: yes, or the most points. */
  const answerAll = async (id: number, as: As = boss.as): Promise<number> => {
    const { card, applies, answers, ...review } = (
      await call('GET /api/quality-reviews/{id}', { id }, as)
    ).body;
    let { version } = review;
    const items = card.groups
      .filter(({ condition }) => applies.includes(condition))
      .flatMap((group) => group.items)
      .filter(({ key }) => !answers.some(({ item }) => item === key));
    for (const { key, scale } of items) {
      const answer = scale === 'yes_no' ? 'yes' : '4';
      const made = await call(
        'PUT /api/quality-reviews/{id}/answers/{item}',
        { id, version, item: key, answer },
        as,
      );
      ({ version } = made.body);
    }
    return version;
  };
  return { world, boss, second, agent, other, call, plan, answerAll };
}

export type QualityWorld = Awaited<ReturnType<typeof openQualityWorld>>;

/** A call of a contact that was recorded in two parts; a person called, and wrote down what for. */
export async function addRecordedCall(world: World, conversationId: number, staffId: number) {
  const { rows } = await sql<{ callId: number; parts: number[] }>`
    with line as (insert into channels (kind, name, settings, created_at)
                  values ('asterisk', 'Линия', '{}', now()) returning id),
    call as (insert into calls (channel_id, linked_id, told, direction, conversation_id, staff_id,
                                began_at, answered_at, ended_at, result)
             select id, 'two-parts', '{}', 'out', ${conversationId}, ${staffId},
                    '2026-03-03T09:30:00Z', '2026-03-03T09:30:10Z', '2026-03-03T09:40:00Z', 'answered'
             from   line returning id, channel_id),
    part as (insert into call_recordings (channel_id, linked_id, name, state, try_after, created_at)
             select channel_id, 'two-parts', n, 'fetched', now(), now()
             from   call, unnest(array['one', 'two']) n returning id),
    back as (insert into callbacks (conversation_id, phone, state, next_try_at, closed_at)
             values (${conversationId}, '+79120000001', 'done', now(), now()) returning id),
    try as (insert into call_attempts (callback_id, staff_id, started_at, ended_at, outcome, note,
                                       call_id)
            select b.id, ${staffId}, '2026-03-03T09:30:00Z', '2026-03-03T09:40:00Z', 'reached',
                   'Обещал мастера', c.id
            from   back b, call c)
    select c.id as call_id, (select array_agg(p.id order by p.id) from part p) as parts
    from   call c`.execute(world.ctx.db);
  const [made] = rows;
  if (!made) throw new Error('no call was written');
  return made;
}
