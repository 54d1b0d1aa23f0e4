import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { queueMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { storeFile } from '../../kernel/files/files.ts';
import { must } from '../../kernel/result.ts';
import { actorOf } from '../../staff/index.ts';
import { makeReport, mayHave } from '../papers/make-report.ts';
import type { ReportFormat } from '../papers/kinds.ts';
import { type Ask, wordsIn } from '../papers/report.ts';
import { writeReport } from '../papers/write-report.ts';
import { nextMoment, type Timing } from './next-moment.ts';

type Due = Timing & {
  id: number;
  ask: Ask;
  format: ReportFormat;
  staffIds: number[];
  nextAt: Date;
};

/**
 * Sends one report that is due to each of its people, as each may see it today, and plans the next
 * time; what was missed while nothing ran is sent once.
 * @returns whether one was due
 */
export async function sendDue(ctx: Ctx): Promise<boolean> {
  // report_schedules_next (next_at, id) where is_on
  const { rows } = await sql<Due>`
    select id, ask, format, rhythm, day, hour, staff_ids, next_at from report_schedules
    where  is_on and next_at <= ${ctx.clock.now()}
    order  by next_at, id limit 1 for update skip locked`.execute(ctx.db);
  const [due] = rows;
  if (!due) return false;
  for (const staffId of due.staffIds) {
    const { outcome, messageId = null } = await sendTo(ctx, due, staffId);
    await sql`
      insert into report_sendings (schedule_id, due_at, staff_id, outcome, outgoing_message_id)
      values (${due.id}, ${due.nextAt}, ${staffId}, ${outcome}, ${messageId})`.execute(ctx.db);
  }
  const nextAt = nextMoment(due, ctx.clock.now(), ctx.operator.timeZone);
  await sql`
    update report_schedules set next_at = ${nextAt} where id = ${due.id}`.execute(ctx.db);
  return true;
}

type Sent = { outcome: 'queued' | 'not_allowed' | 'no_mailbox'; messageId?: number };

async function sendTo(ctx: Ctx, { ask, format }: Due, staffId: number): Promise<Sent> {
  const known = await actorOf(ctx, staffId);
  if (!known || !mayHave(known.actor, ask)) return { outcome: 'not_allowed' };
  const mailboxId = await findMailbox(ctx);
  if (mailboxId === null) return { outcome: 'no_mailbox' };
  const language = known.language ?? ctx.operator.language;
  const asThem: Ctx = { ...ctx, actor: known.actor, language };
  const report = must(await makeReport(asThem, ask));
  const { body, contentType, fileName } = must(await writeReport(asThem, report, format));
  const file = await storeFile(ctx, {
    name: fileName ?? `report.${format}`,
    contentType,
    stream: body instanceof Readable ? body : Readable.from([body]),
  });
  const t = wordsIn(language);
  const about = [report.title, report.about].filter(Boolean).join(' · ');
  const queued = must(
    await queueMessage(ctx, {
      channelId: mailboxId,
      recipient: known.email,
      payload: {
        recipientName: known.actor.name,
        subject: about,
        text: t('schedules.letter', { about, operator: ctx.operator.name }),
        inReplyTo: '',
        references: [],
        isAutomatic: true,
      },
      files: [file],
    }),
  );
  return { outcome: 'queued', messageId: queued.id };
}

/** The first mailbox that works, as all letters of ours go. */
async function findMailbox(ctx: Ctx): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from channels where kind = 'email' and state = 'on' order by id limit 1`.execute(
    ctx.db,
  );
  return rows[0]?.id ?? null;
}
