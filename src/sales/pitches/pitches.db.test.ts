import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as catalogApi, type EligibilityRule } from '../../catalog/api.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { addAccount } from '../../testing/accounts.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

const DAY_SECONDS = 86_400;

describe('a pitch beside a conversation', () => {
  let world: World;
  let boss: SignedIn;
  let agent: SignedIn;
  let call: ReturnType<typeof callerOf>;
  let phones = 0;
  let versions: ReadonlyMap<string, number>;
  const products = new Map<string, number>();

  const callerOf = (one: World) => one.via({ ...api, ...conversationsApi });
  const pitchIn = async (id: number) =>
    (await call('GET /api/conversations/{id}/pitch', { id }, agent.as)).body;

  /** A subscriber and a conversation that begins with their request, in the agent's hands. */
  async function contact(wanted = 'Какой у вас график?', status = 'active') {
    phones += 1;
    const phone = `+7912555${1000 + phones}`;
    const known = await world.via(subscribersApi)(
      'POST /api/subscribers',
      {
        kind: 'person',
        lastName: 'Лунина',
        firstName: 'Вера',
        status,
        contacts: [{ kind: 'phone', value: phone }],
      } as never,
      boss.as,
    );
    return { subscriberId: known.body.id, phone, id: await again(phone, wanted) };
  }

  async function again(phone: string, wanted = 'Ещё вопрос') {
    const id = await ask(world, { phone, wanted });
    await call('POST /api/conversations/{id}/take', { id }, agent.as);
    return id;
  }

  async function close(id: number) {
    const { body } = await call('GET /api/conversations/{id}', { id }, agent.as);
    const closing = { id, version: body.version, outcome: 'reached' as const };
    await call('POST /api/conversations/{id}/outcome', closing, agent.as);
  }

  beforeAll(async () => {
    world = await createWorld();
    call = callerOf(world);
    boss = await signedIn(world);
    agent = await signedIn(world, { role: 'agent', name: 'Мария Орлова' });
    const addon = {
      kind: 'addon',
      service: 'tv',
      currency: 'RUB',
      validFrom: '2026-01-01',
    } as const;
    const names = ['Кинотеатр', 'Видеонаблюдение', 'Виртуальная АТС'];
    versions = await inBulkTransaction(world.ctx, (bulk) =>
      loadProducts(
        bulk,
        names.map((name, at) => ({ ...addon, name, monthlyFeeMinor: 20_000 + at })),
      ),
    );
    for (const { id, name } of (await call('GET /api/pitches', {}, boss.as)).body.products) {
      products.set(name, id);
    }
    for (const [position, name] of names.entries()) {
      const made = await call(
        'POST /api/pitches',
        {
          productId: products.get(name) ?? 0,
          argument: `Довод: ${name}`,
          position,
          pauseDays: 30,
          ...(name === 'Виртуальная АТС' && { audience: 'organisation' as const }),
        },
        boss.as,
      );
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    }
  });
  afterAll(() => world.close());

  test('the first that fits is offered, with its argument and price', async () => {
    const { id } = await contact();
    expect(await pitchIn(id)).toMatchObject({
      offered: {
        productName: 'Кинотеатр',
        monthlyFeeMinor: 20_000,
        currency: 'RUB',
        argument: 'Довод: Кинотеатр',
      },
      silence: null,
      answered: null,
    });
  });

  test('what a person has is not offered, nor what is for organisations', async () => {
    const { id, subscriberId } = await contact();
    const productVersionId = versions.get('Кинотеатр') ?? 0;
    const subscriptions = [{ productVersionId, startedOn: '2026-01-01' }];
    await addAccount(world, subscriberId, { subscriptions });
    expect((await pitchIn(id)).offered?.productName).toBe('Видеонаблюдение');
  });

  test('what this person may not take, or is sold no longer, is not offered', async () => {
    const { id } = await contact();
    const productId = products.get('Кинотеатр') ?? 0;
    const catalog = world.via(catalogApi);
    const about = (rules: EligibilityRule[]) =>
      catalog('PUT /api/products/{id}/about', { id: productId, eligibility: rules }, boss.as);
    await about([{ rule: 'friends', least: 1 }]);
    expect((await pitchIn(id)).offered?.productName).toBe('Видеонаблюдение');
    await about([{ rule: 'technology', technologies: ['ftth'] }]);
    expect((await pitchIn(id)).offered?.productName).toBe('Видеонаблюдение');
    await about([]);
    await world.ctx.pool.query(
      `insert into product_versions (product_id, version, currency, monthly_fee_minor, valid_from)
       values ($1, 2, 'RUB', 30000, '2027-01-01')`,
      [productId],
    );
    expect((await pitchIn(id)).offered).toMatchObject({ monthlyFeeMinor: 20_000 });
  });

  test('a refusal is kept, and the same is not asked again for its pause', async () => {
    const { id, phone } = await contact();
    const pitchId = (await pitchIn(id)).offered?.pitchId ?? 0;
    const answer = { id, pitchId, answer: 'refused' as const };
    expect((await call('PUT /api/conversations/{id}/pitch', answer, agent.as)).status).toBe(200);
    expect(await pitchIn(id)).toMatchObject({
      offered: { productName: 'Кинотеатр' },
      answered: { answer: 'refused', by: 'Мария Орлова' },
    });
    await close(id);
    const second = await again(phone);
    expect((await pitchIn(second)).offered?.productName).toBe('Видеонаблюдение');
    const next = (await pitchIn(second)).offered?.pitchId ?? 0;
    await call(
      'PUT /api/conversations/{id}/pitch',
      { id: second, pitchId: next, answer: 'later' },
      agent.as,
    );
    await close(second);
    const third = await again(phone);
    expect(await pitchIn(third)).toMatchObject({ offered: null, silence: 'nothing_fits' });
    world.clock.advance({ seconds: 31 * DAY_SECONDS });
    expect((await pitchIn(third)).offered?.productName).toBe('Кинотеатр');
  });

  test('interest becomes a follow-up once, and a changed answer is the last word', async () => {
    const { id } = await contact();
    const pitchId = (await pitchIn(id)).offered?.pitchId ?? 0;
    const say = (answer: 'interested' | 'refused') =>
      call('PUT /api/conversations/{id}/pitch', { id, pitchId, answer }, agent.as);
    await say('interested');
    await say('interested');
    const { body } = await call('GET /api/conversations/{id}', { id }, agent.as);
    expect(body.followUps).toMatchObject([{ text: 'Подключить: Кинотеатр', doneAt: null }]);
    await say('refused');
    expect((await pitchIn(id)).answered?.answer).toBe('refused');
    const { body: listed } = await call('GET /api/pitches', {}, boss.as);
    const cinema = listed.pitches.find(({ productName }) => productName === 'Кинотеатр');
    expect(cinema?.answers.interested).toBe(0);
    expect(cinema?.answers.refused).toBeGreaterThan(0);
  });

  test.each([
    ['Не работает интернет', 'active', 'fault'],
    ['Хочу расторгнуть договор', 'active', 'leaving'],
    ['Где мои деньги? Напишу жалобу!', 'active', 'complaint'],
    ['Какой график?', 'suspended', 'not_served'],
  ])('it keeps silent: %s', async (wanted, status, silence) => {
    const { id } = await contact(wanted, status);
    expect(await pitchIn(id)).toEqual({ offered: null, silence, answered: null });
  });

  test('somebody whom the base does not know is offered what is for everybody', async () => {
    const id = await ask(world, { phone: '+79125550001', wanted: 'Хочу подключиться' });
    expect((await pitchIn(id)).offered?.productName).toBe('Кинотеатр');
  });

  test('only who has the conversation answers, and one product has one argument', async () => {
    const id = await ask(world, { phone: '+79125550002', wanted: 'Есть вопрос' });
    const pitchId = (await pitchIn(id)).offered?.pitchId ?? 0;
    const untaken = await call(
      'PUT /api/conversations/{id}/pitch',
      { id, pitchId, answer: 'refused' },
      agent.as,
    );
    expect(untaken.body.code).toBe('conversations.not_taken');
    const twice = { productId: products.get('Кинотеатр') ?? 0, argument: 'Ещё довод' };
    const second = await call('POST /api/pitches', twice, boss.as);
    expect(second.body.code).toBe('sales.pitch_taken');
    expect((await call('GET /api/pitches', {}, agent.as)).status).toBe(403);
  });

  test('an argument that is switched off is not offered', async () => {
    const { body } = await call('GET /api/pitches', {}, boss.as);
    const first = body.pitches[0];
    if (!first) throw new Error('there are pitches');
    const { id: pitchId, argument, audience, position, pauseDays } = first;
    const off = { id: pitchId, argument, audience, position, pauseDays, isOn: false };
    await call('PUT /api/pitches/{id}', off, boss.as);
    const { id } = await contact();
    expect((await pitchIn(id)).offered?.productName).toBe('Видеонаблюдение');
  });
});
