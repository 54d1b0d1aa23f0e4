import { bulkLoad as loadConversations, type ConversationLoad } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadTickets, type TicketLoad } from '../tickets/index.ts';
import type { ChunkInput, Written } from './chunk.ts';
import { type Random, randomOf } from './random.ts';
import { handOf } from './write-staff.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Of so many subscribers one has a ticket that is not done yet. */
const PEOPLE_A_TICKET = 40;
const FEWEST_TICKETS = 10;
const MOST_TICKETS = 400;
/** What agents have asked about and wait to hear. */
const ANSWERED = 12;

const work = [
  ['Нет интернета', 'Нет связи со вчерашнего вечера, на роутере красный индикатор.', 'high'],
  ['Низкая скорость', 'По вечерам 20 Мбит/с вместо 300, замер сделан по кабелю.', 'normal'],
  ['Не работает ТВ', 'После замены роутера приставка не видит сеть.', 'normal'],
  ['Вопрос по оплате', 'Платёж трёхдневной давности не дошёл, чек прислан.', 'high'],
  ['Смена тарифа', 'Просит перейти на быстрый тариф с начала месяца.', 'low'],
  ['Нет интернета', 'Кабель в подъезде порван, нужен монтажник.', 'urgent'],
] as const;
const talks = [
  ['telegram', 'Не открываются сайты', 'Какие огоньки горят на роутере?'],
  ['email', 'Хочу переехать с интернетом на новый адрес', 'Пришлите, пожалуйста, новый адрес.'],
  ['chat', 'Сколько стоит статический адрес?', 'Адрес нужен для дома или для офиса?'],
  ['vk', 'Вечером тормозит видео', 'Сделайте, пожалуйста, замер по кабелю и пришлите снимок.'],
] as const;

/** Writes what is being worked on as the day of the base begins. */
export async function writeToday(
  ctx: BulkCtx,
  { seed, today, staff }: ChunkInput,
  written: readonly Written[],
): Promise<void> {
  const here = written.filter(({ person }) => !person.life.left);
  if (here.length === 0) return;
  const morning = new Date(today.getTime() - 12 * HOUR_MS);
  const count = Math.min(
    MOST_TICKETS,
    Math.max(FEWEST_TICKETS, Math.round(here.length / PEOPLE_A_TICKET)),
  );
  const some = <T>(name: string, of: number, one: (random: Random, subscriberId: number) => T) =>
    Array.from({ length: of }, (_, at) => {
      const random = randomOf(`${seed} ${name}`, at);
      return one(random, random.pick(here).subscriberId);
    });
  const tickets = some('open ticket', count, (random, subscriberId): TicketLoad => {
    const [category, description, priority] = random.pick(work);
    return {
      subscriberId,
      category,
      subject: category,
      description,
      priority,
      state: random.chance(0.25) ? 'theirs' : 'ours',
      ownerStaffId: random.chance(0.3) ? null : handOf(staff.contacts, random),
      openedAt: before(morning, random.next() ** 2 * 96 * HOUR_MS),
      closedAt: null,
    };
  });
  const conversations = some('open talk', ANSWERED, (random, subscriberId): ConversationLoad => {
    const [channel, text, question] = random.pick(talks);
    const openedAt = before(morning, random.between(20, 600) * MINUTE_MS);
    const seconds = random.between(15, 55);
    return {
      channel,
      subscriberId,
      subject: '',
      text,
      said: [
        { direction: 'out', text: question, at: new Date(openedAt.getTime() + seconds * 1000) },
      ],
      openedAt,
      closedAt: null,
      isTheirTurn: true,
      outcome: null,
      touch: { seconds, staffId: handOf(staff.contacts, random) },
    };
  });
  await loadTickets(ctx, tickets);
  await loadConversations(ctx, conversations);
}

const before = (moment: Date, ms: number): Date => new Date(moment.getTime() - ms);
