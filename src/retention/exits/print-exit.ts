import { sql } from 'kysely';
import { longDay, sellerOnPaper, sumText } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import { findCase } from '../cases/lock-case.ts';
import type { exitPapers } from './grounds.ts';

const layout = new URL('./exit-layout.ts', import.meta.url);

type Row = {
  number: number;
  appliedOn: string;
  endsOn: string;
  feeMinor: number;
  balanceMinor: number;
  finalMinor: number | null;
  currency: string;
  acceptedAt: Date;
  name: string;
  accounts: { number: string; endsOn: string }[];
  equipment: { name: string; serial: string; returnedOn: string | null }[];
};
type Input = { id: number; paper: (typeof exitPapers)[number] };

/** The application to be signed, or the confirmation of what was done: what it says is what is. */
export async function printExit(ctx: Ctx, { id, paper }: Input): Promise<Result<Download>> {
  const found = await findCase(ctx, id);
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, [found.value.subscriberId]);
  if (veiled) return veiled;
  const row = await find(ctx, id);
  if (!row) return fail('retention.no_exit');
  if (paper === 'confirmation' && row.finalMinor === null) return fail('retention.not_left_yet');
  const drawn = await contentOf(ctx, paper, row);
  const printed = await print(layout, drawn);
  if (!printed) return fail('kernel.export_busy');
  return ok({ ...printed, fileName: `${drawn.title}.pdf` });
}

async function contentOf(ctx: Ctx, paper: Input['paper'], row: Row) {
  const { language } = ctx.operator;
  const { t } = textsIn(language);
  const seller = await sellerOnPaper(ctx);
  const money = (minor: number): string =>
    `${sumText(minor, row.currency, language)} ${row.currency}`;
  const day = (on: string): string => longDay(on, language);
  const { number, name, finalMinor, feeMinor, balanceMinor } = row;
  // One that ends before the others says so beside its number.
  const accounts =
    row.accounts
      .map((one) => (one.endsOn === row.endsOn ? one.number : `${one.number} (${day(one.endsOn)})`))
      .join(', ') || '—';
  const title = t(`retention:papers.${paper}`, { number });
  const rest = finalMinor ?? 0;
  const settled = rest < 0 ? 'retention:papers.owed' : 'retention:papers.returned';
  const lines =
    paper === 'application'
      ? [
          t('retention:papers.ask', { name, accounts, on: day(row.endsOn) }),
          t('retention:papers.balance', { sum: money(balanceMinor) }),
          ...(feeMinor > 0 ? [t('retention:papers.fee', { sum: money(feeMinor) })] : []),
        ]
      : [
          t('retention:papers.done', { name, accounts, on: day(row.endsOn) }),
          ...(feeMinor > 0 ? [t('retention:papers.feeTaken', { sum: money(feeMinor) })] : []),
          rest === 0 ? t('retention:papers.even') : t(settled, { sum: money(Math.abs(rest)) }),
        ];
  const equipment = row.equipment.map((one) => {
    const what = [one.name, one.serial].filter(Boolean).join(', ');
    const back = one.returnedOn && t('retention:papers.isBack', { on: day(one.returnedOn) });
    return back ? `${what} — ${back}` : what;
  });
  return {
    title,
    on: day(row.appliedOn),
    seller: seller.name,
    lines,
    equipmentTitle: equipment.length === 0 ? '' : t('retention:papers.equipment'),
    equipment,
    signed: t('retention:papers.signature'),
    name,
    madeAt: row.acceptedAt,
  };
}

async function find(ctx: Ctx, id: number): Promise<Row | undefined> {
  // case_exits_pkey, exit_accounts_pkey, exit_equipment_case
  const { rows } = await sql<Row>`
    select x.number, x.applied_on, x.ends_on, x.balance_minor,
           coalesce(x.taken_minor, x.fee_minor) as fee_minor, x.final_minor,
           x.currency, x.accepted_at, r.display_name as name, (
             select coalesce(jsonb_agg(jsonb_build_object(
                      'number', a.number, 'endsOn', q.ends_on) order by a.id), '[]')
             from   exit_accounts q join accounts a on a.id = q.account_id
             where  q.case_id = x.case_id) as accounts, (
             select coalesce(jsonb_agg(jsonb_build_object(
                      'name', e.name, 'serial', e.serial, 'returnedOn', e.returned_on)
                      order by e.id), '[]')
             from   exit_equipment e where e.case_id = x.case_id) as equipment
    from   case_exits x
    join   retention_cases c on c.id = x.case_id
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  x.case_id = ${id}`.execute(ctx.db);
  return rows[0];
}
