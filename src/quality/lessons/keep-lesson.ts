import { sql } from 'kysely';
import type { z } from 'zod';
import { conversationsWithin } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { titlesOf } from './titles-of.ts';

type Fields = z.output<(typeof lessonsApi)['POST /api/quality-lessons']['input']>;
export type Kept = Pick<Fields, 'article' | 'questions' | 'passPercent'> & {
  examples: (Fields['examples'][number] & { conversationId: number | null })[];
};

/** Told at the field of the name: another lesson has it. */
export const lessonTaken = () => fail('quality.lesson_taken', {}, { name: 'quality.lesson_taken' });

/**
 * What is kept of a lesson as it was written, its examples with the contacts that they point at; or
 * why it cannot be: an item that no card has, a right answer that is not among the choices, a
 * contact that the writer does not see.
 */
export async function understand(
  ctx: Ctx,
  { items, article, examples, questions, passPercent }: Omit<Fields, 'name'>,
): Promise<Result<Kept>> {
  const titles = await titlesOf(ctx, items);
  if (items.some((item) => !titles.has(item))) return fail('quality.no_such_item');
  if (questions.some(({ choices, right }) => right >= choices.length)) {
    return fail('quality.wrong_key');
  }
  const numbers = examples.flatMap(({ number }) => (number === null ? [] : [number]));
  const ids = await contactsBy(ctx, numbers);
  if (numbers.some((number) => !ids.has(number))) return fail('quality.no_such_contact');
  return ok({
    article,
    questions,
    passPercent,
    examples: examples.map((one) => ({ ...one, conversationId: ids.get(one.number ?? 0) ?? null })),
  });
}

async function contactsBy(ctx: Ctx, numbers: readonly number[]): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map();
  // conversations_number_key
  const { rows } = await sql<{ number: number; id: number }>`
    select c.number, c.id from conversations c
    where  c.number = any(${numbers}::bigint[]) and ${conversationsWithin(ctx)}`.execute(ctx.db);
  return new Map(rows.map(({ number, id }) => [number, id]));
}

export async function keepLessonVersion(
  ctx: Ctx,
  { id: lessonId, version }: { id: number; version: number },
  { article, examples, questions, passPercent }: Kept,
): Promise<void> {
  await ctx.db
    .insertInto('qualityLessonVersions')
    .values({
      lessonId,
      version,
      article,
      examples: JSON.stringify(examples),
      questions: JSON.stringify(questions),
      passPercent,
      madeBy: staffIdOf(ctx.actor),
      madeAt: ctx.clock.now(),
    })
    .execute();
}
