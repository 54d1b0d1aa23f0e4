import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Requirable } from './requirable.ts';

type First = {
  pipeline: string;
  stages: readonly string[];
  sources: readonly string[];
  reasons: readonly string[];
};

/** How a provider sells, until the operator says otherwise. */
const first: Record<Language, First> = {
  ru: {
    pipeline: 'Подключение',
    stages: ['Новая заявка', 'Выявление потребностей', 'Предложение', 'Договор', 'Подключение'],
    sources: ['Сайт', 'Звонок', 'Мессенджер', 'Офис', 'Дилер', 'Рекомендация', 'Реклама'],
    reasons: [
      'Дорого',
      'Нет технической возможности',
      'Выбрали другого оператора',
      'Передумали',
      'Не отвечают',
      'Ошибочная заявка',
    ],
  },
  en: {
    pipeline: 'Connection',
    stages: ['New request', 'Needs', 'Offer', 'Contract', 'Connection'],
    sources: ['Site', 'Call', 'Messenger', 'Office', 'Dealer', 'A friend', 'Advertising'],
    reasons: [
      'Too expensive',
      'Cannot be connected',
      'Chose another operator',
      'Changed their mind',
      'Do not answer',
      'A mistake',
    ],
  },
};

/** What each of the first stages promises and asks for, in their order. */
const terms: readonly { probability: number; required: readonly Requirable[] }[] = [
  { probability: 10, required: [] },
  { probability: 25, required: ['phone'] },
  { probability: 50, required: ['phone', 'address', 'wanted'] },
  { probability: 75, required: ['phone', 'address', 'monthlyMinor'] },
  { probability: 90, required: ['phone', 'address', 'monthlyMinor'] },
];

/** Gives an operator who has no pipeline the first one, with sources and reasons. */
export async function ensureFirstPipeline(outer: Ctx): Promise<void> {
  await inTransaction(outer, ensurePipeline);
}

/** The same in a transaction that is open. */
export async function ensurePipeline(ctx: Ctx): Promise<void> {
  const { rows } = await sql`select from pipelines limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const { pipeline, stages, sources, reasons } = first[ctx.operator.language];
  const now = ctx.clock.now();
  await sql`
      with made as (
        insert into pipelines (name, created_at) values (${pipeline}, ${now})
        on conflict (name) do nothing returning id)
      insert into pipeline_stages (pipeline_id, name, position, probability, required_fields)
      select made.id, s.name, s.position, s.probability, s.required
      from   made, jsonb_to_recordset(${JSON.stringify(
        stages.map((name, position) => ({ name, position, ...terms[position] })),
      )}::jsonb) as s (name text, position integer, probability integer, required text[])
    `.execute(ctx.db);
  for (const [table, names] of [
    ['lead_sources', sources],
    ['lost_reasons', reasons],
  ] as const) {
    await sql`
        insert into ${sql.table(table)} (name, position, created_at)
        select given.name, given.at, ${now}
        from   unnest(${[...names]}::text[]) with ordinality as given (name, at)
        on conflict (name) do nothing`.execute(ctx.db);
  }
}
