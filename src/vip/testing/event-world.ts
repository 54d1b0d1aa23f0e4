import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from './vip-world.ts';

/** The day of every event of the test's world. */
export const on = '2026-03-20';
const dear = { mobile: [300_000] };
export type Body = { id: number; version: number; code: string };

/** What is done about guests of events, by `boss` where nobody else is named. */
function guestActs(vip: VipWorld, boss: SignedIn) {
  const guest = async (eventId: number, id: number) => {
    const { guests } = (await vip.call('GET /api/vip-events/{id}', { id: eventId }, boss.as)).body;
    const found = guests.find(({ subscriber }) => subscriber.id === id);
    if (!found) throw new Error(`${id} is no guest of ${eventId}`);
    return found;
  };
  /** Does something to a guest at the version that stands. */
  async function act(route: string, eventId: number, id: number, more: object = {}, as = boss.as) {
    const { id: guestId, version } = await guest(eventId, id);
    const call = vip.call as unknown as (
      key: string,
      input: object,
      as: object,
    ) => Promise<{ status: number; body: Body }>;
    return call(route, { id: guestId, version, ...more }, as);
  }
  const answer = (eventId: number, id: number, more: object = {}, as = boss.as) =>
    act('PUT /api/vip-event-guests/{id}', eventId, id, { answer: 'accepted', ...more }, as);
  const seat = (eventId: number, id: number, teamId: number | null) =>
    act('PUT /api/vip-event-guests/{id}/seat', eventId, id, { teamId });
  const came = (eventId: number, id: number, hasCome = true) =>
    act('PUT /api/vip-event-guests/{id}/attendance', eventId, id, { hasCome });
  const prize = (eventId: number, id: number) =>
    act('POST /api/vip-event-guests/{id}/prize', eventId, id);
  const undo = (eventId: number, id: number, what: string, as = boss.as) =>
    act('POST /api/vip-event-guests/{id}/undo', eventId, id, { what, reason: 'Ошиблись' }, as);
  return { guest, act, answer, seat, came, prize, undo };
}

/** A world with events: `boss` approves, `led` is in charge and leads whoever nobody leads. */
export async function openEventWorld() {
  const vip = await openVipWorld();
  const boss = await signedIn(vip.world, { name: 'Начальница' });
  const led = await vip.leading(900);
  const item = async (name: string, priceMinor: number, stock: number | null) => {
    const fields = { name, kind: 'original', priceMinor, stock } as const;
    return (await vip.call('POST /api/vip-gift-items', fields)).body.id;
  };
  const cup = await item('Кубок', 150_000, 2);
  const comfort = await item('Мяч', 50_000, null);

  /** An event of the 20th of March that `led` is in charge of. */
  async function event(more: object = {}): Promise<{ id: number; version: number }> {
    const fields = {
      kind: 'tournament',
      name: 'Кубок по боулингу',
      on,
      place: 'Клуб',
      isContest: true,
      inChargeId: led.staffId,
      budgetMinor: 1_000_000,
      cupItemId: cup,
      comfortItemId: comfort,
      ...more,
    };
    const made = await vip.call('POST /api/vip-events', fields as never, boss.as);
    return made.body;
  }
  async function clients(count: number, fields: object = {}): Promise<number[]> {
    const ids: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      ids.push((await vip.client({ charged: dear, fields: { ...fields } })).id);
    }
    await vip.night();
    return ids;
  }
  const invite = (id: number, subscriberIds: number[], way = 'hand', as = boss.as) =>
    vip.call('POST /api/vip-events/{id}/guests', { id, subscriberIds, way } as never, as);
  const show = async (id: number, as = boss.as) =>
    (await vip.call('GET /api/vip-events/{id}', { id }, as)).body;
  const team = async (id: number, name: string, seats: number) =>
    (await vip.call('POST /api/vip-events/{id}/teams', { id, name, seats }, boss.as)).body;
  const lines = async (as = led.as) =>
    (await vip.call('GET /api/vip-sheet', {}, as)).body.lines.filter(
      ({ kind }) => kind === 'event',
    );
  async function atDay(day: string, work: () => Promise<void>): Promise<void> {
    const began = vip.world.clock.now();
    vip.world.clock.moveTo(new Date(`${day}T06:00:00Z`));
    await work();
    vip.world.clock.moveTo(began);
  }
  return {
    vip,
    boss,
    led,
    cup,
    comfort,
    event,
    clients,
    invite,
    show,
    ...guestActs(vip, boss),
    team,
    lines,
    atDay,
  };
}
