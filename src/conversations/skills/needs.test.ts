import { expect, test } from 'vitest';
import { type About, languageOf, needsOf, type SkillRule } from './needs.ts';

const rule = (more: Partial<SkillRule>): SkillRule => ({
  skillId: 1,
  skillName: 'Юрлица',
  channel: null,
  topic: null,
  labelId: null,
  language: null,
  words: null,
  ...more,
});
const about = (more: Partial<About> = {}): About => ({
  channel: 'email',
  subject: 'Договор',
  labelIds: [7],
  firstWords: 'Нужен счёт для юрлица',
  ...more,
});

test.each<[string, Partial<SkillRule>, Partial<About>, boolean]>([
  ['its channel', { channel: 'email' }, {}, true],
  ['another channel', { channel: 'chat' }, {}, false],
  ['the topic of the form', { topic: 'repair' }, { channel: 'site_form', subject: 'repair' }, true],
  ['another topic', { topic: 'repair' }, { channel: 'site_form', subject: 'payment' }, false],
  ['a topic that titles a letter', { topic: 'repair' }, { subject: 'repair' }, false],
  ['a label it bears', { labelId: 7 }, {}, true],
  ['a label it does not bear', { labelId: 8 }, {}, false],
  ['the beginning of a word, ё as е', { words: 'счет, акт' }, {}, true],
  ['a word of the subject', { words: 'договор' }, {}, true],
  ['no beginning of a word', { words: 'рлица' }, {}, false],
  ['nothing listed', { words: ' , ' }, {}, false],
  ['its letters', { language: 'latin' }, { firstWords: 'Hello, 100 Mbit?' }, true],
  ['other letters', { language: 'latin' }, {}, false],
  ['all that it names', { channel: 'email', labelId: 7, language: 'ru' }, {}, true],
  ['not all that it names', { channel: 'email', labelId: 8 }, {}, false],
])('a rule that names %s', (_name, named, of, isAsked) => {
  expect(needsOf([rule(named)], about(of))).toEqual(isAsked ? [{ id: 1, name: 'Юрлица' }] : []);
});

test('two rules of one skill ask for it once', () => {
  const rules = [
    rule({ channel: 'email' }),
    rule({ labelId: 7 }),
    rule({ skillId: 2, labelId: 7 }),
  ];
  expect(needsOf(rules, about()).map(({ id }) => id)).toEqual([1, 2]);
});

test.each([
  ['Сәлеметсіз бе, интернет жоқ', 'kk'],
  ['Немає зв’язку, є борг', 'uk'],
  ['Калі ласка, няма інтэрнэту ўжо дзень', 'be'],
  ['Нет интернета, пишет error 651', 'ru'],
  ['No internet since noon', 'latin'],
  ['+7 912 300-00-01', null],
])('%s is written in %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
