import { sql } from 'kysely';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { put } from '../papers/paper-words.ts';
import type { Accepted } from '../quotes/find-accepted.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { WelcomeName } from './welcome-words.ts';

export type Connected = {
  id: number;
  accountId: number;
  quote: Pick<Accepted, 'lines'>;
};

const subjects = { ru: 'Вы подключены', en: 'You are connected' } as const;

type Newcomer = { subscriberId: number; name: string; account: string };

/**
 * Greets whoever was connected by the first way to them, anew when connected again: the account is
 * another one. Leaves with the transaction. Where no way is known the calls of care remain.
 */
export async function greetNewcomer(ctx: Ctx, connection: Connected): Promise<void> {
  const { welcomeWords } = await loadSettings(ctx);
  if (welcomeWords === '') return;
  const newcomer = await newcomerOf(ctx, connection.accountId);
  const [way] = await waysTo(ctx, newcomer);
  if (!way) return;
  const services = connection.quote.lines.filter((line) => line.productVersionId !== null);
  const values: Record<WelcomeName, string> = {
    name: newcomer.name,
    account: newcomer.account,
    services: services.map(({ name }) => name).join(', '),
    operator: ctx.operator.name,
  };
  const subject = subjects[ctx.operator.language];
  const text = put(welcomeWords, values);
  const queued = await writeTo(ctx, way, { subject, text, isAutomatic: true });
  if (!queued.ok) return;
  await ctx.db
    .updateTable('dealConnections')
    .set({ welcomeWay: way.kind, welcomeMessageId: queued.value.id })
    .where('id', '=', connection.id)
    .execute();
}

async function newcomerOf(ctx: Ctx, accountId: number): Promise<Newcomer> {
  // accounts_pkey, subscribers_pkey
  const { rows } = await sql<Newcomer>`
    select r.id as subscriber_id, coalesce(nullif(r.first_name, ''), r.display_name) as name,
           a.number as account
    from   accounts a
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    where  a.id = ${accountId}`.execute(ctx.db);
  const [newcomer] = rows;
  if (!newcomer) throw new Error('an account is somebody’s');
  return newcomer;
}
