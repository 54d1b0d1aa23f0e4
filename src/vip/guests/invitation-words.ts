/** Words of an invitation to begin with; an event may have its own. */
const ours = {
  ru: [
    'Здравствуйте, {{name}}! Приглашаем вас: {{event}}, {{on}}, {{place}}.',
    'Будем рады видеть вас и ваших близких.',
    'Ответьте, пожалуйста, на это сообщение. {{operator}}',
  ].join(' '),
  en: [
    'Dear {{name}}, we invite you to {{event}} on {{on}}, {{place}}.',
    'We would be glad to see you and yours.',
    'Please answer this message. {{operator}}',
  ].join(' '),
} as const;

/** Names that stand for something in an invitation. */
const known = ['name', 'event', 'on', 'place', 'operator'] as const;
const placed = /\{\{\s*([^}]*?)\s*\}\}/g;

type Names = Record<(typeof known)[number], string>;

/** @returns a name in the words that stands for nothing */
export const unknownWord = (words: string): string | undefined =>
  [...words.matchAll(placed)]
    .map(([, name = '']) => name)
    .find((name) => !known.some((one) => one === name));

/** The invitation as it leaves. A day reads as people of the operator's language write it. */
export function invitationWords(
  language: 'ru' | 'en',
  words: string,
  { on, ...names }: Names,
): string {
  const [year = '', month = '', day = ''] = on.split('-');
  const filled: Names = { ...names, on: language === 'ru' ? `${day}.${month}.${year}` : on };
  return (words === '' ? ours[language] : words)
    .replace(placed, (whole, name: string) =>
      name in filled ? filled[name as keyof Names] : whole,
    )
    .replace(/,\s*(?=\.)/g, '');
}

export const invitationSubjects = { ru: 'Приглашение', en: 'An invitation' } as const;
