import type { Language } from '../../kernel/context.ts';
import type { Kept } from './keep-lesson.ts';

type Words = Record<Language, string>;
type First = {
  name: Words;
  items: readonly string[];
  article: Words;
  good: Words;
  bad: Words;
  questions: readonly { ask: Words; choices: readonly Words[]; right: number }[];
};

/** Long words, broken where lines end. */
const text = (...lines: string[]): string => lines.join(' ');

const lessons: readonly First[] = [
  {
    name: { ru: 'Совет одного тарифа', en: 'Recommending one tariff' },
    items: ['recommended', 'needs'],
    article: {
      ru: text(
        'Человек позвонил не за прейскурантом. Узнайте, сколько человек дома и чем они заняты,',
        'назовите один тариф и одну причину, почему он подойдёт. Остальное понадобится, если',
        'возразят.\n\nПеречень «от и до» перекладывает выбор на того, кто знает о связи меньше',
        'вас: он берёт паузу и не возвращается.',
      ),
      en: text(
        'Nobody rings for a price list. Find out how many are at home and what they do there,',
        'name one tariff and one reason why it fits. The rest is for when they object.\n\nA',
        'list “from and to” leaves the choice to whoever knows least about it: they take their',
        'time and do not come back.',
      ),
    },
    good: {
      ru: '«Дома двое работают и смотрят фильмы? Тогда 300 мегабит: вечером хватит всем сразу».',
      en: text(
        '“Two of you work at home and watch films? Then 300 megabits: enough for everybody in',
        'the evening.”',
      ),
    },
    bad: {
      ru: '«Тарифы от 400 до 1200, какой вам?»',
      en: '“Tariffs go from 400 to 1200, which would you like?”',
    },
    questions: [
      {
        ask: { ru: 'С чего начать?', en: 'What comes first?' },
        choices: [
          { ru: 'С самого дешёвого тарифа', en: 'The cheapest tariff' },
          { ru: 'С вопроса, для чего нужна связь', en: 'Asking what the line is for' },
          { ru: 'С перечня всех тарифов', en: 'A list of all tariffs' },
        ],
        right: 1,
      },
      {
        ask: { ru: 'Сколько тарифов назвать сначала?', en: 'How many tariffs are named at first?' },
        choices: [
          { ru: 'Один и почему именно он', en: 'One, and why it is the one' },
          { ru: 'Три на выбор', en: 'Three to choose from' },
          { ru: 'Все, что есть в доме', en: 'All that the building has' },
        ],
        right: 0,
      },
    ],
  },
  {
    name: { ru: 'Одно предложение в каждом обращении', en: 'One offer in every contact' },
    items: ['pitched'],
    article: {
      ru: text(
        'Когда вопрос решён, у вас есть минута. Назовите одну услугу, которая подходит именно',
        'этому человеку, и скажите, что она ему даст. Ответ запишите: «нет» — тоже',
        'ответ.\n\nМолчите, если была авария, человек жалуется или собрался уходить: здесь',
        'предложение звучит насмешкой.',
      ),
      en: text(
        'Once the question is solved, you have a minute. Name one service that fits this very',
        'person, and what it does for them. Write the answer down: a no is an answer',
        'too.\n\nSay nothing during a fault, to a complaint, or to whoever wants to leave:',
        'there an offer sounds like mockery.',
      ),
    },
    good: {
      ru: text(
        '«Вы говорили, что часто уезжаете. Камера в прихожей покажет дом с телефона —',
        'рассказать?»',
      ),
      en: text(
        '“You said that you are away a lot. A camera in the hall shows you home on your phone.',
        'Shall I tell you about it?”',
      ),
    },
    bad: {
      ru: '«Ещё что-нибудь подключить не хотите?»',
      en: '“Would you like anything else?”',
    },
    questions: [
      {
        ask: { ru: 'Когда предложение уместно?', en: 'When is an offer in place?' },
        choices: [
          { ru: 'Когда вопрос решён', en: 'Once the question is solved' },
          { ru: 'Пока ищете причину аварии', en: 'While you look for the cause of a fault' },
          { ru: 'В ответ на жалобу', en: 'In answer to a complaint' },
        ],
        right: 0,
      },
      {
        ask: { ru: 'Что делать с ответом «нет»?', en: 'What becomes of a no?' },
        choices: [
          { ru: 'Предложить другое', en: 'Offer something else' },
          { ru: 'Записать', en: 'It is written down' },
          { ru: 'Забыть', en: 'It is forgotten' },
        ],
        right: 1,
      },
    ],
  },
  {
    name: { ru: 'Почему человек уходит', en: 'Why somebody leaves' },
    items: ['reason', 'offer'],
    article: {
      ru: text(
        '«Как расторгнуть договор?» — это ещё не решение. Спросите о причине и дослушайте.',
        'Переезд, скорость, цена и обида требуют разного: проверить новый адрес, вызвать',
        'мастера, подобрать тариф, извиниться и исправить.\n\nЕсли решение твёрдое, помогите',
        'уйти легко: так возвращаются.',
      ),
      en: text(
        '“How do I end my contract?” is no decision yet. Ask for the reason and hear it out. A',
        'move, the speed, the price and a grievance need different things: check the new',
        'address, send a technician, find a tariff, say sorry and mend it.\n\nIf they are',
        'decided, make leaving easy: that is how people come back.',
      ),
    },
    good: {
      ru: text(
        '«Жаль. Расскажите, что случилось? — Понял, вечером медленно. Давайте проверю линию',
        'прямо сейчас».',
      ),
      en: text(
        '“I am sorry. What has happened? I see, it is slow in the evening. Let me check the',
        'line right now.”',
      ),
    },
    bad: {
      ru: '«Просто не платите, само отключится».',
      en: '“Just stop paying, it will be cut off.”',
    },
    questions: [
      {
        ask: {
          ru: 'Что спросить у того, кто хочет расторгнуть договор?',
          en: 'What is asked of whoever wants to end a contract?',
        },
        choices: [
          { ru: 'Номер договора, и объяснить про заявление', en: 'The number, then about forms' },
          { ru: 'Почему он уходит', en: 'Why they leave' },
          { ru: 'Когда удобно отключить', en: 'When to cut the line off' },
        ],
        right: 1,
      },
      {
        ask: { ru: 'Решение твёрдое. Что дальше?', en: 'They are decided. What then?' },
        choices: [
          { ru: 'Тянуть время', en: 'Gain time' },
          { ru: 'Помочь уйти без хлопот', en: 'Help them leave without trouble' },
          { ru: 'Передать другому', en: 'Pass them on' },
        ],
        right: 1,
      },
    ],
  },
];

/** Lessons that are of use everywhere, on items of the first cards. */
export const firstLessons = (language: Language): (Kept & { name: string; items: string[] })[] =>
  lessons.map(({ name, items, article, good, bad, questions }) => ({
    name: name[language],
    items: [...items],
    article: article[language],
    passPercent: 100,
    examples: [good, bad].map((words) => ({
      isGood: words === good,
      words: words[language],
      number: null,
      second: null,
      conversationId: null,
    })),
    questions: questions.map(({ ask, choices, right }) => ({
      ask: ask[language],
      choices: choices.map((choice) => choice[language]),
      right,
    })),
  }));
