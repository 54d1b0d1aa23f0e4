import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { today } from '../../subscribers/index.ts';
import type { SheetLine } from '../slots.ts';

/** Individual terms of these clients that end soon: to be prolonged, or talked over. */
export async function termsLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  const day = today(ctx);
  // subscribers_root (root_id), vip_terms_subscriber (subscriber_id, id desc)
  const { rows } = await sql<SheetLine & { termsKind: string }>`
    select m.root_id as subscriber_id, 'ending' as kind, 'terms:' || t.id as key, t.to_on as "on",
           t.kind as terms_kind, '/vip/clients/' || m.root_id as path
    from   subscribers m
    join   vip_terms t on t.subscriber_id = m.id and t.state = 'approved'
    cross  join vip_terms_settings g
    where  m.root_id = any(${ids}::bigint[])
    and    t.to_on between ${day}::date and ${day}::date + g.notice_days
    order  by t.to_on, t.id`.execute(ctx.db);
  const { t } = textsIn(ctx.language);
  return rows.map(({ termsKind, ...line }) => ({
    ...line,
    words: t('vip:terms.line', { kind: t(`vip:terms.kinds.${termsKind}`) }),
  }));
}
