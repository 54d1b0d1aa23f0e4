import type { Ctx, Language } from '../../kernel/context.ts';
import { pathOf } from './path-of.ts';

type Values = { operator: string; link: string };

/** It is made for whoever the points are of, not for whoever sends it. */
const letters: Record<Language, (values: Values) => { subject: string; text: string[] }> = {
  ru: ({ operator, link }) => ({
    subject: 'Ваши баллы',
    text: [
      `Здравствуйте! Ваши баллы, уровень и код для друзей — на вашей странице: ${link}`,
      'Ссылка только для вас: кто её откроет, увидит ваши баллы.',
      operator,
    ],
  }),
  en: ({ operator, link }) => ({
    subject: 'Your points',
    text: [
      `Hello! Your points, your level and your code for friends are on your page: ${link}`,
      'The link is for you alone: whoever opens it sees your points.',
      operator,
    ],
  }),
};

/** The link of somebody's page with a word beside it; null without an address of the operator. */
export function letterOf(ctx: Ctx, key: string): { subject: string; text: string } | null {
  const { language, publicUrl, name: operator } = ctx.operator;
  if (publicUrl === null) return null;
  const { subject, text } = letters[language]({ operator, link: publicUrl + pathOf(key) });
  return { subject, text: text.join('\n\n') };
}
