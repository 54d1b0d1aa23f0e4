import { filledIn } from '../occasions/fill-in.ts';

/** Words of an invitation to begin with; an event may have its own. */
const ours = {
  ru: [
    'Здравствуйте, {{name}}! Приглашаем вас: {{event}}, {{on}}, {{at}}, {{place}}.',
    'Будем рады видеть вас и ваших близких.',
    'Ответьте, пожалуйста, на это сообщение. {{operator}}',
  ].join(' '),
  en: [
    'Dear {{name}}, we invite you to {{event}} on {{on}}, {{at}}, {{place}}.',
    'We would be glad to see you and yours.',
    'Please answer this message. {{operator}}',
  ].join(' '),
} as const;

/** Names that stand for something in an invitation. */
export const invitationNames = ['name', 'event', 'on', 'at', 'place', 'operator'] as const;

type Names = Record<(typeof invitationNames)[number], string>;

/** The invitation as it leaves. A day reads as people of the operator's language write it. */
export function invitationWords(
  language: 'ru' | 'en',
  words: string,
  { name, event, on, at, place, operator }: Names,
): string {
  const [year = '', month = '', day = ''] = on.split('-');
  const told = language === 'ru' ? `${day}.${month}.${year}` : on;
  const names: Names = { name, event, on: told, at, place, operator };
  if (words !== '') return filledIn(words, names);
  // Of ours, what is not known leaves no comma behind.
  return filledIn(ours[language], names).replace(/,\s*(?=[,.])/g, '');
}

export const invitationSubjects = { ru: 'Приглашение', en: 'An invitation' } as const;
