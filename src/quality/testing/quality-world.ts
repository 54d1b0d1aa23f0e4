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
