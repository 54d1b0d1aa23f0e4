import type { Reach } from '../../kernel/context.ts';
import type { Wiring } from '../../kernel/wiring.ts';
import { loadWirings } from '../../wirings.ts';
import { askTerminal, letTerminalsIn } from '../payments/terminal.ts';
import { addAccount } from '../accounts.ts';
import { type SignedIn, signedIn } from '../staff.ts';
import { sendFile } from '../upload.ts';
import type { World } from '../world.ts';
import { askIn } from './ask-in.ts';
import { makeCare, makeCase, makePlayTask } from './case-rows.ts';
import { makeDeal, type Selling, settleJobs } from './deal-rows.ts';
import { makeServing, type Serving } from './serving-rows.ts';

/** Whose a row is: one's own, a team mate's, somebody's of another team, or nobody's yet. */
export const hands = ['mine', 'mates', 'foreign', 'nobodys'] as const;
export type Hand = (typeof hands)[number];

/** Everything that one pair of hands has, with words by which it is told in any answer. */
export type Row = {
  staffId: number;
  teamId: number | null;
  /** A name that stands in everything of the subscriber, in the conversation, in the ticket. */
  name: string;
  caller: string;
  work: string;
  staffName: string;
  phone: string;
  subscriberId: number;
  /** So alike that both are a likely duplicate; as much theirs. */
  twinId: number;
  mergeId: number;
  contactId: number;
  contactPersonId: number;
  documentId: number;
  addressId: number;
  needId: number;
  householdId: number;
  conversationId: number;
  followUpId: number;
  ticketId: number;
  accountId: number;
  correctionId: number;
  /** An open wish to leave. */
  caseId: number;
  playTaskId: number;
  careListId: number;
  careTaskId: number;
  paymentId: number;
  /** The number at its source, by which it is known in a list. */
  paymentRef: string;
  conflictId: number;
  reasonId: number;
} & Serving &
  Selling;

export type Rows = Record<Hand, Row>;

/** A person of each reach: `own` and `team` sit in one team; `all` sees everybody's. */
export type Viewers = Record<Reach, SignedIn>;

const names: Record<Hand, Pick<Row, 'name' | 'caller' | 'work' | 'staffName'>> = {
  mine: { name: 'Мойкин', caller: 'Мойзвонов', work: 'Мойдело', staffName: 'Свой Работник' },
  mates: {
    name: 'Товарищев',
    caller: 'Товзвонов',
    work: 'Товдело',
    staffName: 'Сосед Работник',
  },
  foreign: {
    name: 'Чужаков',
    caller: 'Чужзвонов',
    work: 'Чуждело',
    staffName: 'Дальний Работник',
  },
  nobodys: {
    name: 'Ничейнов',
    caller: 'Ничзвонов',
    work: 'Ничдело',
    staffName: 'Одинокий Работник',
  },
};

/** Fills a world with the rows of all hands. @returns them, who looks, and every domain's wiring */
export async function makeRows(
  world: World,
): Promise<{ viewers: Viewers; rows: Rows; wirings: readonly Wiring[] }> {
  const wirings = await loadWirings();
  const reaching = (reach: Reach) => ({
    permissions: Object.fromEntries(
      wirings.flatMap(({ permissions = [] }) => permissions.map((one) => [one, reach])),
    ),
  });
  const person = (hand: Hand, reach: Reach, team?: string): Promise<SignedIn> =>
    signedIn(world, {
      ...reaching(reach),
      name: names[hand].staffName,
      ...(team === undefined ? {} : { team }),
    });
  const own = await person('mine', 'own', 'Север');
  const team = await person('mates', 'team', 'Север');
  const people: Record<Hand, SignedIn> = {
    mine: own,
    mates: team,
    foreign: await person('foreign', 'own', 'Юг'),
    nobodys: await person('nobodys', 'own'),
  };
  const all = await signedIn(world, { ...reaching('all'), name: 'Всевидов' });
  const rows = {} as Rows;
  for (const hand of hands) rows[hand] = await makeRow(world, all, hand, people[hand]);
  // Each may decide on small sums, their own among them, so that reach alone narrows a queue.
  await world.ctx.db
    .insertInto('correctionLimits')
    .columns(['roleId', 'othersMinor', 'ownMinor'])
    .expression((eb) =>
      eb.selectFrom('roles').select(['id', eb.lit(null).as('none'), eb.val(100_000).as('own')]),
    )
    .execute();
  await settleJobs(world);
  // Whoever looked at a request a moment ago is told who took it; nobody did.
  world.clock.advance({ seconds: 120 });
  await world.tick('conversations.due');
  return { viewers: { own, team, all }, rows, wirings };
}

async function makeRow(world: World, all: SignedIn, hand: Hand, person: SignedIn): Promise<Row> {
  const ask = askIn(world);
  const made = async (route: string, input: object, who = all): Promise<Record<string, number>> => {
    const { status, body, text } = await ask(route, input, who);
    if (status >= 300) throw new Error(`${route}: ${text}`);
    return body as Record<string, number>;
  };
  const { staffId, teamId } = person;
  const phone = `+7913${1_000_000 + hands.indexOf(hand)}`;
  const owned = hand === 'nobodys' ? {} : { ownerStaffId: staffId, teamId };
  const { name } = names[hand];
  const add = (lastName: string) =>
    made('POST /api/subscribers', {
      kind: 'person',
      lastName,
      firstName: 'Рубеж',
      contacts: [{ kind: 'phone', value: phone }],
      documents: [{ kind: 'passport', number: `5${phone.slice(-6)}` }],
      addresses: [{ text: `Томск, Мира, ${hands.indexOf(hand) + 1}` }],
      ...owned,
    });
  const { id = 0 } = await add(name);
  const { id: twinId = 0 } = await add(name);
  const { id: fromId } = await add(`${name}-Прежний`);
  const { mergeId = 0 } = await made('POST /api/subscribers/{id}/merge', { id, fromId });
  const { body } = await ask('GET /api/subscribers/{id}', { id }, all);
  const first = (part: string): number => (body[part] as { id: number }[])[0]?.id ?? 0;
  const documentId = first('documents');
  const url = `/api/subscribers/${id}/documents/${documentId}/scan`;
  const scan = { name: 'паспорт.pdf', type: 'application/pdf', content: `%PDF-1.7 ${name}` };
  await sendFile(world, url, scan, all.as);
  const role = { name, role: 'family' };
  const need = { kind: 'need', text: name };
  const members = [id, twinId].map((subscriberId) => ({ subscriberId }));
  const consent = { channel: 'phone', purpose: 'service', isGranted: true, source: name };
  await made('POST /api/subscribers/{id}/consents', { id, ...consent });
  const one = { id };
  const { id: contactPersonId = 0 } = await made('POST /api/subscribers/{id}/contact-persons', {
    ...one,
    ...role,
  });
  const { id: needId = 0 } = await made('POST /api/subscribers/{id}/needs', { ...one, ...need });
  const household = { kind: 'household', name, members };
  const { id: householdId = 0 } = await made('POST /api/households', household);
  return {
    ...names[hand],
    staffId,
    teamId,
    phone,
    subscriberId: id,
    twinId,
    mergeId,
    contactId: first('contacts'),
    documentId,
    addressId: first('addresses'),
    contactPersonId,
    needId,
    householdId,
    ...(await makeConversation(world, all, hand, person)),
    ticketId: await makeTicket(world, all, hand, person),
    ...(await makeDeal(world, made, hand, owned)),
    ...(await makeCorrection(world, all, person, id)),
    // Before there is a case, for which calls of plays are let go of.
    playTaskId: await makePlayTask(world, id, owned),
    ...(await makeCare(world, id)),
    caseId: await makeCase(world, made, id, owned),
  };
}

async function makeConversation(
  world: World,
  all: SignedIn,
  hand: Hand,
  person: SignedIn,
): Promise<Pick<Row, 'conversationId' | 'followUpId'>> {
  const ask = askIn(world);
  const { caller } = names[hand];
  const phone = `+7914${1_000_000 + hands.indexOf(hand)}`;
  const form = { name: caller, phone, wanted: caller, consent: true };
  const { body } = await ask('POST /api/public/requests', form, all);
  const { id, version } = await world.ctx.db
    .selectFrom('conversations')
    .select(['id', 'version'])
    .where('number', '=', Number(body['number']))
    .executeTakeFirstOrThrow();
  if (hand === 'nobodys') return { conversationId: id, followUpId: 0 };
  const given = { id, version, staffId: person.staffId };
  const assigned = await ask('POST /api/conversations/{id}/assign', given, all);
  if (assigned.status !== 200) throw new Error(assigned.text);
  const dueAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const promise = { id, dueAt, text: caller };
  const promised = await ask('POST /api/conversations/{id}/follow-ups', promise, person);
  return { conversationId: id, followUpId: Number(promised.body['id']) };
}

async function makeTicket(
  world: World,
  all: SignedIn,
  hand: Hand,
  { staffId, teamId }: SignedIn,
): Promise<number> {
  const ask = askIn(world);
  const { body } = await ask('GET /api/ticket-categories', {}, all);
  const [category] = body['categories'] as { id: number }[];
  const subject = names[hand].work;
  const made = await ask('POST /api/tickets', { categoryId: category?.id, subject }, all);
  const id = Number(made.body['id']);
  // Whoever opens one has it at first; so it becomes whose it is to be.
  await world.ctx.db
    .updateTable('tickets')
    .set(hand === 'nobodys' ? { ownerStaffId: null } : { ownerStaffId: staffId, teamId })
    .where('id', '=', id)
    .execute();
  await world.ctx.db
    .updateTable('searchEntries')
    .set(hand === 'nobodys' ? { ownerStaffId: null } : { ownerStaffId: staffId, teamId })
    .where('kind', '=', 'ticket')
    .where('refId', '=', id)
    .execute();
  return id;
}

type Paid = Pick<Row, 'paymentId' | 'paymentRef' | 'conflictId'>;

/** A payment whose number came once more with another sum. */
async function makePayment(world: World, all: SignedIn, subscriberId: number): Promise<Paid> {
  const { rows } = await world.ctx.pool.query('select from payment_sources');
  if (rows.length === 0) await letTerminalsIn(world, all);
  const paymentRef = String(4_400_000 + subscriberId);
  const account = `40-${subscriberId}`;
  const pay = (sum: string) =>
    askTerminal(world, { command: 'pay', txn_id: paymentRef, account, sum });
  const { prvTxn } = await pay('100.00');
  await pay('200.00');
  const conflict = await world.ctx.db
    .selectFrom('paymentConflicts')
    .select('id')
    .where('paymentId', '=', prvTxn)
    .executeTakeFirstOrThrow();
  return { paymentId: prvTxn ?? 0, paymentRef, conflictId: conflict.id };
}

/** An account with a correction that the person has proposed and nobody has decided on. */
async function makeCorrection(
  world: World,
  all: SignedIn,
  { staffId, teamId }: SignedIn,
  subscriberId: number,
): Promise<Pick<Row, 'accountId' | 'correctionId' | 'reasonId' | keyof Paid | keyof Serving>> {
  const ask = askIn(world);
  const accountId = await addAccount(world, subscriberId);
  const { body } = await ask('GET /api/correction-reasons', {}, all);
  const [reason] = body['reasons'] as { id: number }[];
  const reasonId = reason?.id ?? 0;
  const given = { id: accountId, reasonId, kind: 'compensation', amountMinor: 1000 };
  const made = await ask('POST /api/accounts/{id}/corrections', given, all);
  const correctionId = Number(made.body['id']);
  await world.ctx.db
    .updateTable('corrections')
    .set({ proposedBy: staffId, teamId })
    .where('id', '=', correctionId)
    .execute();
  const paid = await makePayment(world, all, subscriberId);
  const serving = await makeServing(world, accountId, { staffId, teamId });
  return { accountId, correctionId, reasonId, ...paid, ...serving };
}
