import type { Ctx } from '../../kernel/context.ts';
import { staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { defineSlot } from '../../kernel/slots.ts';
import { reachRecord } from '../work-holders.ts';
import { variablesIn } from './find-variables.ts';

/** What a text is filled for. */
export type FilledFor = { entity: string; entityId: number; subscriberId: number | null };

type Values = Record<string, string | null>;

/** Variables of one domain; it tells only what the one who acts may see. */
export type TemplateVariables = {
  keys: readonly string[];
  /** They tell of the subscriber. */
  isPersonal?: true;
  read: (ctx: Ctx, at: FilledFor) => Promise<Readonly<Record<string, string | null | undefined>>>;
};

export const templateVariables = defineSlot<TemplateVariables>('work.templateVariables');

/** Every name that can stand in a text. */
export const variableKeys = (): string[] =>
  templateVariables.fills.flatMap(({ piece }) => piece.keys);

/** The first variable of a text that nobody fills, if there is one. */
export function unknownVariable(text: string): string | undefined {
  const known = new Set(variableKeys());
  return variablesIn(text).find((name) => !known.has(name));
}

/** Every name that tells of the subscriber. */
export const personalKeys = (): string[] =>
  templateVariables.fills.flatMap(({ piece }) => (piece.isPersonal ? piece.keys : []));

/** The first variable of a text that tells of the subscriber, if there is one. */
export function personalVariable(text: string): string | undefined {
  const personal = new Set(personalKeys());
  return variablesIn(text).find((name) => personal.has(name));
}

/** What each variable stands for at a record; null where nothing is known. */
export async function readTemplateValues(
  ctx: Ctx,
  record: { entity: string; entityId: number },
): Promise<Result<{ values: Values }>> {
  const holder = await reachRecord(ctx, record);
  if ('ok' in holder) return holder;
  const subscriberId = await holder.subscriberOf(ctx, record.entityId);
  const read = await Promise.all(
    templateVariables.fills.map(({ piece }) => piece.read(ctx, { ...record, subscriberId })),
  );
  const unknown = Object.fromEntries(variableKeys().map((key) => [key, null]));
  return ok({ values: Object.assign(unknown, ...read) as Values });
}

/** Who answers, and for whom. */
export const ownVariables: TemplateVariables = {
  keys: ['own_name', 'company'],
  read: async (ctx) => {
    const me = await ctx.db
      .selectFrom('staff')
      .select('name')
      .where('id', '=', staffIdOf(ctx.actor))
      .executeTakeFirst();
    return { own_name: me?.name ?? null, company: ctx.operator.name };
  },
};
