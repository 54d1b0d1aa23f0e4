import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';

/** How a newcomer is greeted until the operator says it better. */
const words: Record<Language, readonly string[]> = {
  ru: [
    'Здравствуйте, {{name}}! Вы подключены: {{services}}.',
    'Номер лицевого счёта для оплаты — {{account}}.',
    'Если что-то не работает или непонятно, ответьте на это сообщение или позвоните нам.',
    '{{operator}}',
  ],
  en: [
    'Hello, {{name}}! You are connected: {{services}}.',
    'The number of your account, to pay by, is {{account}}.',
    'Should something not work or not be clear, answer this message or call us.',
    '{{operator}}',
  ],
};

const DAYS = [1, 7, 30];

/** Gives an operator what is done after connecting, to begin with. */
export async function ensureSettings(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await ctx.db
      .insertInto('salesSettings')
      .values({
        welcomeWords: words[ctx.operator.language].join('\n'),
        careDays: DAYS,
        updatedAt: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  });
}
