import type { Language } from '../../kernel/context.ts';
import type { Answer } from './answers.ts';

const to = (answer: string, words: string, answers: [string, string][] = []): Answer => ({
  answer,
  words,
  answers: answers.map(([said, next]) => ({ answer: said, words: next })),
});

/** How a talk goes on by what they answer, by the name of a group or a reason; to begin with. */
export const firstAnswers: Record<Language, Readonly<Record<string, readonly Answer[]>>> = {
  ru: {
    Цена: [
      to('Платит за лишнее', 'Тогда уберём лишнее: вот тариф, где останется только нужное.', [
        ['Подходит', 'Перевожу сегодня, новая сумма будет со следующего месяца.'],
        ['Всё равно дорого', 'Тогда скажу, что могу дать на ближайшие месяцы.'],
      ]),
      to('Нужно всё, но дорого', 'Скажу, что могу дать на ближайшие месяцы.'),
      to('Стало нечем платить', 'Связь можно оставить, а заплатить позже. Когда вам удобно?'),
    ],
    'Качество связи': [
      to('Вечером медленно', 'Проверю загрузку вашей линии за неделю. Замер по кабелю делали?', [
        ['По кабелю тоже', 'Значит, дело у нас. Открываю заявку вне очереди.'],
        ['Только по Wi-Fi', 'Похоже на роутер. Посмотрим канал и место прямо сейчас?'],
      ]),
      to('Пропадает совсем', 'Сначала починим. Мастер придёт вне очереди, и я сам прослежу.'),
      to('Чинили, не помогло', 'Простите. Передам старшему инженеру и сам позвоню вам завтра.'),
    ],
    Обслуживание: [
      to('Долго решали', 'Вижу, сколько это длилось. Вопрос закрыт или ещё нет?', [
        ['Ещё нет', 'Беру себе и скажу срок сегодня.'],
        ['Закрыт, но обидно', 'Вы правы. Верну за дни, когда услуги не было.'],
      ]),
      to('Нагрубили', 'Так быть не должно. Запишу, с кем вы говорили, и разберёмся.'),
    ],
    Конкурент: [
      to('Дешевле', 'Сравним честно: что войдёт в цену там через год и что у нас.'),
      to('Быстрее', 'Проверю, какая скорость возможна у вас дома: может быть, она уже есть.'),
      to('Уже подключили', 'Понимаю. Тогда оформим, чтобы вы не платили дважды.'),
    ],
    'Не пользуется': [
      to('Временно', 'Приостановлю, и платить не придётся. До какого числа?'),
      to('Насовсем', 'Хорошо, оформим. Оборудование можно отдать в любом офисе.'),
    ],
  },
  en: {
    Price: [
      to('Pays for more than needed', 'Let us leave out what you do not need: this tariff fits.', [
        ['It suits', 'I change it today; the new sum holds from next month.'],
        ['Still too much', 'Then let me say what I can give for the next months.'],
      ]),
      to('Needs it all, but dear', 'Let me say what I can give for the next months.'),
      to('Cannot pay now', 'You can stay connected and pay later. When would suit you?'),
    ],
    Quality: [
      to('Slow in the evening', 'I look at your line over the week. Did you measure by cable?', [
        ['By cable too', 'Then it is ours. I open a repair before others.'],
        ['Only by Wi-Fi', 'It looks like the router. Shall we look at it now?'],
      ]),
      to('Goes away altogether', 'Let us mend it first: a technician comes before others.'),
      to('Was mended in vain', 'I am sorry. A senior engineer takes it, and I call you tomorrow.'),
    ],
    Service: [
      to('It took long', 'I see how long it took. Is it solved by now?', [
        ['Not yet', 'I take it myself and tell you a day today.'],
        ['It is, but still', 'You are right. The days without service come back to you.'],
      ]),
      to('Somebody was rude', 'That must not be. I write down whom you spoke with and see to it.'),
    ],
    Competitor: [
      to('Cheaper', 'Let us compare honestly: what it costs there in a year, and here.'),
      to('Faster', 'I look what speed your home can have: perhaps it is there already.'),
      to('Connected already', 'I see. Let us end it so that you do not pay twice.'),
    ],
    'Has no use for it': [
      to('For a time', 'I pause it, and you pay nothing. Until which day?'),
      to('For good', 'Well, let us end it. Any office takes the equipment back.'),
    ],
  },
};
