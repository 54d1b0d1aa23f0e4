import { longDay } from '../../billing/index.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import { put } from '../papers/paper-words.ts';
import { pathOf } from './path-of.ts';

/** It is made for the buyer, not for whoever sends it. */
const words: Record<Language, { subject: string; text: readonly string[] }> = {
  ru: {
    subject: 'Предложение от {{operator}}',
    text: [
      'Здравствуйте! Для вас готово предложение, о котором мы говорили.',
      'Посмотреть и принять его можно здесь: {{link}}',
      'Оно действует до {{until}} включительно.',
      '{{operator}}',
    ],
  },
  en: {
    subject: 'An offer from {{operator}}',
    text: [
      'Hello! The offer that we talked about is ready.',
      'You can look at it and accept it here: {{link}}',
      'It holds until {{until}}, that day included.',
      '{{operator}}',
    ],
  },
};

/** The link of a quote with a word beside it; null where the operator's address is not known. */
export async function linkLetter(
  ctx: Ctx,
  { id, validUntil }: { id: number; validUntil: string },
): Promise<{ subject: string; text: string } | null> {
  const { language, publicUrl, name: operator } = ctx.operator;
  if (publicUrl === null) return null;
  const { token } = await ctx.db
    .selectFrom('quotes')
    .select('token')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const link = publicUrl + pathOf(token);
  const values = { operator, link, until: longDay(validUntil, language) };
  const { subject, text } = words[language];
  return { subject: put(subject, values), text: put(text.join('\n\n'), values) };
}
