import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { makeCareTask } from '../../testing/reach/case-rows.ts';
import { openSaveDesk, type SaveDesk } from '../testing/save-desk.ts';

let desk: SaveDesk;

beforeAll(async () => {
  desk = await openSaveDesk();
});
afterAll(() => desk.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as SaveDesk['call'];
const discountsOf = async (id: number) =>
  (
    await desk.world.via(billingApi)('GET /api/accounts/{id}/service', { id }, desk.me.as)
  ).body.discounts.filter(({ toOn, fromOn }) => toOn === null || toOn >= fromOn);

describe('offers', () => {
  test('stand by what they are expected to bring, and by why somebody leaves', async () => {
    const { id } = await desk.begin(desk.reasons.price);
    const { silence, offers } = await desk.offersOf(id);
    expect(silence).toBeNull();
    const worth = offers.map(({ expectedMinor }) => expectedMinor);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    // p 0.55, θ 0.3, u 0.9, V 18 fees, d a fifth of three fees, of 600 roubles each.
    const discount = offers.find(({ kind }) => kind === 'discount');
    const d = 36_000;
    expect(discount?.costMinor).toBe(d);
    const expected = 0.55 * 0.3 * 1_080_000 - d * (0.55 * 0.3 + 0.45 * 0.9);
    expect(discount?.expectedMinor).toBe(Math.round(expected));
    expect((await desk.offersOf((await desk.begin(desk.reasons.move)).id)).silence).toBe('beyond');
    const { id: angry, version } = await desk.begin(desk.reasons.price);
    await call('PUT /api/cases/{id}/mood', { id: angry, version, isAngry: true });
    expect(await desk.offersOf(angry)).toMatchObject({ silence: 'angry', offers: [] });
  });

  test('one that is taken is given once by whoever may only work on cases, and undone', async () => {
    const { id, version, accountId } = await desk.begin(desk.reasons.price);
    const offer = (await desk.offersOf(id)).offers.find(({ kind }) => kind === 'discount');
    const take = { id, version, offerId: offer?.offerId ?? 0, answer: 'taken' as const };
    const route = 'POST /api/cases/{id}/offers/{offerId}' as const;
    const both = await Promise.all([
      call(route, take, desk.agent.as),
      call(route, take, desk.agent.as),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await discountsOf(accountId)).toMatchObject([{ kind: 'percent', value: 2000 }]);
    const again = await call(route, { ...take, version: 3 }, desk.agent.as);
    expect(again.body.code).toBe('retention.answered_already');
    const undo = { id, version: 3, offerId: take.offerId };
    await call('POST /api/cases/{id}/offers/{offerId}/undo', undo, desk.agent.as);
    expect(
      (await desk.offersOf(id)).offers.find(({ kind }) => kind === 'discount')?.answer,
    ).toBeNull();
  });

  test('are given on the account that brings most, and a bonus once, not on each service', async () => {
    const { id, version, accountId, subscriberId } = await desk.begin(desk.reasons.price);
    const services = { number: `51-${subscriberId}`, contractNumber: `Д-51-${subscriberId}` };
    const dear = await addAccount(desk.world, subscriberId, services, 90_000);
    await desk.world.ctx.pool.query(
      `insert into subscriptions
         (account_id, product_version_id, monthly_fee_minor, started_on, created_at)
       select account_id, product_version_id, 20000, started_on, created_at
       from   subscriptions where account_id = $1`,
      [dear],
    );
    const bonus = { name: `Бонус ${id}`, kind: 'bonus' as const, value: 10_000, months: 3 };
    const rates = { saveRate: 0.5, takeUp: 0.5 };
    const { body } = await call('POST /api/retention-offers', { ...bonus, ...rates });
    const offered = (await desk.offersOf(id)).offers.find(({ offerId }) => offerId === body.id);
    expect(offered?.costMinor).toBe(30_000);
    const take = { id, version, offerId: body.id, answer: 'taken' as const };
    expect((await call('POST /api/cases/{id}/offers/{offerId}', take)).status).toBe(200);
    expect(await discountsOf(accountId)).toEqual([]);
    const [given] = await discountsOf(dear);
    expect(given).toMatchObject({ kind: 'sum', value: 10_000 });
    expect(given?.subscriptionId).not.toBeNull();
    const { rows } = await desk.world.ctx.pool.query(
      `select to_on = (from_on + interval '3 months')::date as is_whole, account_id
       from   discounts where account_id = $1`,
      [dear],
    );
    expect(rows).toEqual([{ is_whole: true, account_id: dear }]);
  });

  test('of gifts one is given, whatever its name, and what may not be said says why', async () => {
    const { id, version, subscriberId } = await desk.begin(desk.reasons.price);
    const gift = { kind: 'discount' as const, value: 10, months: 1, saveRate: 0.5, takeUp: 0.5 };
    const made = [];
    for (const cooldownDays of [0, 30]) {
      const name = `Подарок ${cooldownDays} ${id}`;
      made.push(
        (await call('POST /api/retention-offers', { ...gift, name, cooldownDays })).body.id,
      );
    }
    const [brief = 0, long = 0] = made;
    const route = 'POST /api/cases/{id}/offers/{offerId}' as const;
    const hindranceOf = async (caseId: number, offerId: number) =>
      (await desk.offersOf(caseId)).offers.find((one) => one.offerId === offerId)?.hindrance;
    expect(await hindranceOf(id, brief)).toBeNull();
    await call(route, { id, version, offerId: long, answer: 'taken' });
    // Also what rests for no day at all falls silent in the talk in which a gift was taken.
    expect(await hindranceOf(id, brief)).toBe('cooling');
    const more = { id, version: version + 1, offerId: brief, answer: 'taken' as const };
    expect((await call(route, more)).body.code).toBe('retention.not_offered');
    await call('POST /api/cases/{id}/close', { ...more, outcome: 'stays' });
    const anew = (await call('POST /api/cases', { subscriberId })).body.id;
    await call('PUT /api/cases/{id}/reason', {
      id: anew,
      version: 1,
      reasonId: desk.reasons.price,
    });
    await call('PUT /api/cases/{id}/mood', { id: anew, version: 2, isRepeated: false });
    // Of two the longer rest counts, whichever of them is to be given.
    expect(await hindranceOf(anew, brief)).toBe('cooling');
    const other = (await desk.offersOf(anew)).offers;
    const kinds = other.filter(({ hindrance }) => hindrance === 'cooling').map(({ kind }) => kind);
    expect(kinds).toContain('discount');
    expect(kinds).not.toContain('repair');
    expect(await hindranceOf(anew, long)).toBe('cooling');
  });

  test('a gift that was taken from a list of care rests those of a save desk, and no repair', async () => {
    const { id, subscriberId } = await desk.begin(desk.reasons.price);
    const coolingOf = async () =>
      (await desk.offersOf(id)).offers
        .filter(({ hindrance }) => hindrance === 'cooling')
        .map(({ kind }) => kind);
    const taskId = await makeCareTask(desk.world, subscriberId);
    expect(await coolingOf()).toEqual([]);
    await desk.world.ctx.pool.query(
      `update care_list_members set state = 'done', outcome = 'taken', action = 'bonus', done_at = $2
       where  id = $1`,
      [taskId, desk.world.clock.now()],
    );
    expect(await coolingOf()).toContain('discount');
    expect(await coolingOf()).not.toContain('repair');
  });

  test('spend a budget one after the other, and what was given for days stays spent', async () => {
    const [one, two] = [await desk.begin(desk.reasons.price), await desk.begin(desk.reasons.price)];
    const offer = { kind: 'discount' as const, value: 10, months: 3, saveRate: 0.5, takeUp: 0.5 };
    const named = { ...offer, name: `Десятая часть ${one.id}`, budgetMinor: 18_000 };
    const { body } = await call('POST /api/retention-offers', named);
    const route = 'POST /api/cases/{id}/offers/{offerId}' as const;
    const answers = await Promise.all(
      [one, two].map(({ id, version }) =>
        call(route, { id, version, offerId: body.id, answer: 'taken' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const [taker, other] = answers[0]?.status === 200 ? [one, two] : [two, one];
    desk.world.clock.advance({ seconds: 31 * 86_400 });
    const undo = { id: taker.id, version: 3, offerId: body.id };
    await call('POST /api/cases/{id}/offers/{offerId}/undo', undo);
    const { rows } = await desk.world.ctx.pool.query<{ cost: number }>(
      'select cost_minor as cost from given_offers where offer_id = $1',
      [body.id],
    );
    // A third of the days, near enough, was given.
    expect(rows[0]?.cost).toBeGreaterThan(5_500);
    expect(rows[0]?.cost).toBeLessThan(6_500);
    const hindranceOf = async (id: number) =>
      (await desk.offersOf(id)).offers.find(({ offerId }) => offerId === body.id)?.hindrance;
    expect([await hindranceOf(taker.id), await hindranceOf(other.id)]).toEqual(['cooling', null]);
  });

  test('are learnt by what is decided: who refused, or took it lately, tells nothing yet', async () => {
    const offer = { kind: 'discount' as const, value: 5, months: 1, saveRate: 0.5, takeUp: 0.5 };
    const { id: offerId } = (
      await call('POST /api/retention-offers', { ...offer, name: `Двадцатая ${desk.me.staffId}` })
    ).body;
    const rateOf = async (id: number) =>
      (await desk.offersOf(id)).offers.find((found) => found.offerId === offerId)?.learntRate;
    for (const answer of ['refused', 'taken'] as const) {
      const { id, version } = await desk.begin(desk.reasons.price);
      await call('POST /api/cases/{id}/offers/{offerId}', { id, version, offerId, answer });
    }
    const { id } = await desk.begin(desk.reasons.price);
    expect(await rateOf(id)).toBe(0.5);
  });

  test('a repair opens a ticket; what is refused is remembered; a lone word may add none', async () => {
    const { id, version } = await desk.begin(desk.reasons.price);
    const repair = (await desk.offersOf(id)).offers.find(({ kind }) => kind === 'repair');
    const answer = { id, version, offerId: repair?.offerId ?? 0, answer: 'taken' as const };
    expect((await call('POST /api/cases/{id}/offers/{offerId}', answer)).status).toBe(200);
    const { rows } = await desk.world.ctx.pool.query<{ id: number }>(
      'select t.id from given_offers o join tickets t on t.id = o.result_id where o.case_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    const { past } = (await call('GET /api/cases/{id}', { id })).body;
    expect(past?.promised).toMatchObject([{ kind: 'offer', words: repair?.name }]);
    const undo = { id, version: 3, offerId: answer.offerId };
    const undone = await call('POST /api/cases/{id}/offers/{offerId}/undo', undo);
    expect(undone.body.code).toBe('retention.undo_there');
  });

  test('are set up with a size, and named once', async () => {
    const offer = { name: 'Полцены', kind: 'discount' as const, saveRate: 0.4, takeUp: 0.9 };
    const bare = await call('POST /api/retention-offers', offer);
    expect(bare.body.code).toBe('retention.offer_without_value');
    const whole = { ...offer, value: 50, months: 2 };
    const { body } = await call('POST /api/retention-offers', whole);
    expect((await call('POST /api/retention-offers', whole)).body.code).toBe(
      'retention.name_taken',
    );
    const stored = (await call('GET /api/retention-offers')).body.offers.find(
      ({ id }) => id === body.id,
    );
    if (!stored) throw new Error('it is not listed');
    const change = { ...stored, budgetMinor: 0, isArchived: true };
    // A change says all of it: what it leaves out would fall back unseen.
    const { harm: _, ...short } = change;
    expect((await call('PUT /api/retention-offers/{id}', short as never)).status).toBe(422);
    expect((await call('PUT /api/retention-offers/{id}', change)).status).toBe(200);
    const { body: all } = await call('GET /api/retention-offers');
    expect(all.offers.find(({ id }) => id === body.id)).toMatchObject({
      isArchived: true,
      budgetMinor: 0,
    });
  });
});
