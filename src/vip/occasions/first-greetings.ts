/** Words to begin with; an operator writes their own. */
const person = {
  ru: '{{name}}, поздравляем вас с днём рождения! Здоровья, сил и удачи во всём. {{operator}}',
  en: '{{name}}, many happy returns of the day! We wish you health and every success. {{operator}}',
} as const;
const company = {
  ru: 'Поздравляем {{name}} с днём рождения компании! Спасибо, что вы с нами. {{operator}}',
  en: 'Congratulations to {{name}} on the anniversary! Thank you for being with us. {{operator}}',
} as const;
const other = {
  ru: '{{name}}, поздравляем вас! Спасибо, что вы с нами. {{operator}}',
  en: '{{name}}, congratulations! Thank you for being with us. {{operator}}',
} as const;

export const firstGreetings = {
  ru: { head: person.ru, contact: person.ru, own: person.ru, company: company.ru, other: other.ru },
  en: { head: person.en, contact: person.en, own: person.en, company: company.en, other: other.en },
} as const;
