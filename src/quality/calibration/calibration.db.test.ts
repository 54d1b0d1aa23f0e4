import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import type { As } from '../../testing/world.ts';
import { wordsEraser } from '../personal-data.ts';
import {
  contact,
  loadContacts,
  openQualityWorld,
  type QualityWorld,
} from '../testing/quality-world.ts';

let quality: QualityWorld;
let subscriberId: number;
let cardId: number;
let conversationIds: number[];
beforeAll(async () => {
  quality = await openQualityWorld();
  const { world, agent, boss, call } = quality;
  const person = { kind: 'person', lastName: 'Лунёва', firstName: 'Яна' } as const;
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
  subscriberId = made.body.id;
  conversationIds = await loadContacts(
    world,
    [1, 2, 3].map(() => contact(agent.staffId, { subscriberId })),
  );
  const { cards } = (await call('GET /api/quality-cards')).body;
  cardId = cards.find(({ kind }) => kind === 'support')!.id;
});
afterAll(() => quality.world.close());

const open = 'POST /api/quality-calibrations';
const answerTo = 'PUT /api/quality-calibration-contacts/{id}/answers/{item}';
const part = 'PUT /api/quality-calibrations/{id}/part';
const shown = async (id: number, as?: As) =>
  (await quality.call('GET /api/quality-calibrations/{id}', { id }, as)).body;

const asked = () => ({
  name: 'Поддержка, март',
  cardId,
  conversationIds,
  staffIds: [quality.boss.staffId, quality.second.staffId],
});

test('it is opened on contacts of others, by those who may judge', async () => {
  const { agent, boss, second, world, call, plan } = quality;
  const refused = async (more: object) => (await call(open, { ...asked(), ...more })).body.code;
  expect(await refused({ cardId: 999_999 })).toBe('quality.no_such_card');
  expect(await refused({ conversationIds: [999_999] })).toBe('quality.no_such_contact');
  expect(await refused({ staffIds: [second.staffId, agent.staffId] })).toBe('quality.own_contact');
  const [of] = await loadContacts(world, [contact(second.staffId)]);
  const unable = { conversationIds: [of!], staffIds: [boss.staffId, agent.staffId] };
  expect(await refused(unable)).toBe('quality.no_such_reviewer');
  expect((await call(open, asked(), second.as)).status).toBe(201);
  expect((await call(open, asked(), agent.as)).status).toBe(403);
  // What is proposed has been drawn as spare, so that nobody has judged it.
  await plan(1);
  world.clock.moveTo(new Date('2026-03-09T06:00:00Z'));
  await world.tick('quality.sample');
  const { contacts } = (await call('GET /api/quality-calibrations/contacts', { cardId })).body;
  expect(contacts.map(({ staff }) => staff.name)).toEqual(['Котов Илья', 'Котов Илья']);
  const { draws } = (await call('GET /api/quality-draws')).body;
  const draw = draws.find(({ staff }) => staff.id === agent.staffId)!;
  await call('POST /api/quality-draws/{id}/review', { id: draw.id });
  expect(await refused({ conversationIds: [draw.conversationId] })).toBe('quality.judged_already');
  conversationIds = contacts.map((one) => one.conversationId);
});

test('answers are blind until it is closed, then it is told how far they agree', async () => {
  const { boss, second, agent, call, world } = quality;
  const { id } = (await call(open, asked())).body;
  const first = await shown(id);
  expect(first).toMatchObject({ isMine: true, isDone: false, agreement: null });
  const { card, contacts } = first;
  const items = (applies: readonly string[]) =>
    card.groups
      .filter(({ condition }) => applies.includes(condition))
      .flatMap((group) => group.items);
  const answerAll = async (as: As, other: Record<string, 'yes' | 'no' | 'na' | '1'> = {}) => {
    for (const one of contacts) {
      for (const { key, scale } of items(one.applies)) {
        const answer = other[key] ?? (scale === 'yes_no' ? 'yes' : '3');
        const words = key in other ? 'Яна просила иначе' : '';
        const made = await call(answerTo, { id: one.id, item: key, answer, words }, as);
        expect(made.status).toBe(200);
      }
    }
  };
  const one = { id: contacts[0]!.id, item: 'greeting' };
  expect((await call(answerTo, { ...one, answer: '4' })).body.code).toBe('quality.wrong_answer');
  const none = { ...one, item: 'needs', answer: 'yes' } as const;
  expect((await call(answerTo, none)).body.code).toBe('quality.no_such_item');
  expect((await call(part, { id, isDone: true })).body.code).toBe('quality.unanswered');
  const close = 'POST /api/quality-calibrations/{id}/close';
  await answerAll(boss.as);
  await call(part, { id, isDone: true });
  const late = { ...one, answer: 'no' } as const;
  expect((await call(answerTo, late)).body.code).toBe('quality.part_done');
  expect((await call(close, { id })).body.code).toBe('quality.too_few_done');
  await answerAll(second.as, { greeting: 'no', listened: '1' });
  await call(part, { id, isDone: true }, second.as);
  // Nobody sees another's answers yet, nor does anybody who has no part in it see anything.
  const mine = (await shown(id, second.as)).contacts.flatMap((of) => of.mine);
  expect(mine.filter(({ item }) => item === 'greeting').map(({ answer }) => answer)).toEqual([
    'no',
    'no',
  ]);
  expect(JSON.stringify(await shown(id))).not.toContain('Яна просила');
  const judge = { permissions: { 'quality.review': 'own' } } as const;
  const stranger = await signedIn(world, judge);
  const listed = async (as: As) =>
    (await call('GET /api/quality-calibrations', {}, as)).body.calibrations;
  expect(await listed(stranger.as)).toEqual([]);
  expect((await listed(second.as)).map(({ done }) => done)).toEqual([2, 0]);
  expect((await listed(boss.as))[1]).toMatchObject({ isWaiting: true, people: 2, contacts: 3 });
  for (const { status } of await Promise.all([
    call('GET /api/quality-calibrations/{id}', { id }, stranger.as),
    call(answerTo, late, stranger.as),
    call(part, { id, isDone: false }, stranger.as),
  ])) {
    expect(status).toBe(404);
  }
  expect((await call(close, { id }, agent.as)).status).toBe(403);
  const target = 'PUT /api/quality-calibration-contacts/{id}/targets/{item}';
  const agreed = { ...one, answer: 'yes', words: 'Представилась в подписи' } as const;
  expect((await call(target, agreed)).body.code).toBe('quality.calibration_open');
  const both = await Promise.all([1, 2].map(() => call(close, { id })));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await call(part, { id, isDone: false })).body.code).toBe('quality.calibration_closed');
  expect((await call('DELETE /api/quality-calibrations/{id}', { id })).status).toBe(409);

  const { agreement } = await shown(id, second.as);
  expect(
    agreement!.items
      .slice(0, 2)
      .map(({ item }) => item)
      .toSorted(),
  ).toEqual(['greeting', 'listened']);
  expect(agreement!.items[0]).toMatchObject({ contacts: 2, pairs: 2, differing: 2 });
  expect(agreement!.items.at(-1)).toMatchObject({ differing: 0, alpha: null });
  // Both always say the same two things of that item: worse than by chance.
  expect(agreement!.items.find(({ item }) => item === 'greeting')!.alpha).toBe(-0.5);
  expect(agreement!.scores.map(({ score }) => score)).toHaveLength(4);
  expect(agreement!.kappa).not.toBeNull();
  expect((await call(target, { ...agreed, answer: '2' })).body.code).toBe('quality.wrong_answer');
  await call(target, agreed);
  await call(target, { ...agreed, answer: 'no' });
  expect((await shown(id)).agreement!.targets).toMatchObject([
    { item: 'greeting', answer: 'no', setBy: 'Смирнова Вера' },
  ]);
  // It gives nobody a score.
  expect((await call('GET /api/quality-reviews', {}, agent.as)).body.reviews).toEqual([]);

  await inTransaction(world.ctx, (ctx) => wordsEraser.erase(ctx, [subscriberId]));
  const { rows } = await sql<{ words: string }>`
    select words from quality_calibration_answers where words <> ''
    union select words from quality_calibration_targets where words <> ''`.execute(world.ctx.db);
  expect(rows).toEqual([]);
  await call(target, { ...agreed, answer: null });
  expect((await shown(id)).agreement!.targets).toEqual([]);
});

test('one that was opened by mistake is given up', async () => {
  const { call } = quality;
  const { calibrations } = (await call('GET /api/quality-calibrations', { limit: 1 })).body;
  const next = (await call('GET /api/quality-calibrations', { limit: 1 })).body.nextCursor!;
  const rest = (await call('GET /api/quality-calibrations', { cursor: next })).body.calibrations;
  expect([calibrations, rest].map(({ length }) => length)).toEqual([1, 1]);
  const { id } = rest[0]!;
  expect((await call('DELETE /api/quality-calibrations/{id}', { id })).status).toBe(200);
  expect((await call('GET /api/quality-calibrations/{id}', { id })).status).toBe(404);
});
