import type { Language } from '../../kernel/context.ts';

type First = { name: string; words: string; answers: { words: string; nextStep: string }[] };

/** What people object everywhere, until the operator writes down what is said here. */
export const firstObjections: Record<Language, readonly First[]> = {
  ru: [
    {
      name: 'Дорого',
      words: 'дорого\nслишком много\nнет таких денег\nцена высокая',
      answers: [
        {
          words:
            'Понимаю. Давайте посмотрим, из чего складывается цена: скорости хватит всем ' +
            'дома сразу, и доплачивать за неё потом не придётся. С чем вы сравниваете?',
          nextStep: 'Сравните с тем, что назвали, по скорости и всем платежам за год.',
        },
        {
          words: 'Подключение можно оплатить частями или бесплатно, если так разрешает тариф.',
          nextStep: 'Назовите способы оплаты на шаге «оплата».',
        },
      ],
    },
    {
      name: 'Надо подумать',
      words: 'подумаю\nнадо подумать\nпосоветуюсь\nперезвоню сам',
      answers: [
        {
          words: 'Конечно. Что для вас решающее: цена, скорость или срок подключения?',
          nextStep: 'Ответьте на это и назовите время, когда перезвоните.',
        },
      ],
    },
    {
      name: 'У других дешевле',
      words: 'у других дешевле\nконкурент\nпредлагают дешевле\nу соседей дешевле',
      answers: [
        {
          words:
            'Какую скорость и на какой срок вам предложили? Сравним честно, вместе с ' +
            'платежами после акции.',
          nextStep: 'Запишите предложение конкурента в доме.',
        },
      ],
    },
    {
      name: 'Уже был плохой опыт',
      words: 'плохой опыт\nобманули\nпостоянно не работало\nуходил от вас',
      answers: [
        {
          words:
            'Спасибо, что говорите прямо. Расскажите, что было: скажу, что с тех пор ' +
            'изменилось и кто отвечает, если повторится.',
          nextStep: 'Запишите опыт в карточку.',
        },
      ],
    },
  ],
  en: [
    {
      name: 'Too expensive',
      words: 'expensive\ntoo much\ncannot afford\nhigh price',
      answers: [
        {
          words:
            'I see. The speed is enough for everybody at home at once, with nothing to add ' +
            'later. What do you compare it with?',
          nextStep: 'Compare speed and all payments of a year.',
        },
        {
          words: 'The connection may be paid in parts, or is free where the tariff allows it.',
          nextStep: 'Name the ways to pay at that step.',
        },
      ],
    },
    {
      name: 'Have to think',
      words: 'think about it\nask my wife\nask my husband\ncall you back',
      answers: [
        {
          words: 'Of course. What matters most: price, speed, or how soon it works?',
          nextStep: 'Answer that, and name the time when you call again.',
        },
      ],
    },
    {
      name: 'Others are cheaper',
      words: 'cheaper\ncompetitor\nbetter offer',
      answers: [
        {
          words:
            'What speed, and for how long? Let us compare, with what is paid after the offer ends.',
          nextStep: 'Note the competitor’s offer at the house.',
        },
      ],
    },
    {
      name: 'A bad experience',
      words: 'bad experience\nnever worked\nleft you',
      answers: [
        {
          words: 'Thank you for saying so. What happened? I will tell you what has changed since.',
          nextStep: 'Note it on the card.',
        },
      ],
    },
  ],
};
