import { point, type Section } from './first-points.ts';

export const keeping: Section = {
  title: { ru: 'Удержание', en: 'Keeping people' },
  points: [
    point(
      'reason-asked',
      {
        ru: 'На вопрос «как расторгнуть» спрашивают о причине, а не диктуют заявление',
        en: 'Whoever asks how to leave is asked why, not told how to write an application',
      },
      {
        ru: 'Пусть знакомый спросит, как расторгнуть договор',
        en: 'Let somebody you know ask how to end the contract',
      },
    ),
    point(
      'case-opened',
      {
        ru: 'Каждое желание уйти записано: причина, что предложили, чем кончилось',
        en: 'Every wish to leave is written down: the reason, the offer, the outcome',
      },
      {
        ru: 'Сравните число ушедших и число случаев за месяц',
        en: 'Compare how many left in a month with how many cases there are',
      },
    ),
    point(
      'early-signs',
      {
        ru: 'Недовольство замечают до заявления: частые обращения, простои, просрочка',
        en: 'Discontent is noticed before an application: many contacts, outages, late payment',
      },
      {
        ru: 'Спросите, кто и когда смотрит список риска',
        en: 'Ask who looks at the list of risks, and when',
      },
    ),
    point(
      'loyal-pay',
      {
        ru: 'Давний абонент не платит больше нового за то же самое',
        en: 'Somebody who has been here for years pays no more than a newcomer for the same',
      },
      {
        ru: 'Сравните архивные и нынешние тарифы на десяти счетах',
        en: 'Compare old and present tariffs on ten accounts',
      },
    ),
    point(
      'pay-later',
      {
        ru: 'Добросовестному, кто просрочил на день, связь не рвут: есть отсрочка в два слова',
        en: 'A careful payer a day late keeps the line: a delay takes two words',
      },
      {
        ru: 'Найдите отключённых за месяц и посмотрите, как они платили раньше',
        en: 'Find who was cut off this month and see how they had paid before',
      },
    ),
  ],
};

export const valued: Section = {
  title: { ru: 'Важные клиенты', en: 'Clients of value' },
  points: [
    point(
      'known-client',
      {
        ru: 'Важного клиента узнают до приветствия и соединяют с его менеджером',
        en: 'A client of value is known before the greeting and put through to their manager',
      },
      {
        ru: 'Спросите двух менеджеров об их клиентах по памяти',
        en: 'Ask two managers about their clients from memory',
      },
    ),
    point(
      'occasions-kept',
      {
        ru: 'Даты клиентов собраны, поздравления не пропадают, подарки в пределах закона',
        en: 'Dates of clients are known, greetings are not missed, gifts stay within the law',
      },
      {
        ru: 'Сверьте план подарков месяца с врученными',
        en: 'Compare the month’s plan of gifts with those handed over',
      },
    ),
  ],
};

export const learning: Section = {
  title: { ru: 'Качество и обучение', en: 'Quality and learning' },
  points: [
    point(
      'heard-weekly',
      {
        ru: 'Записи слушают каждую неделю по одной карте, и не только ошибки',
        en: 'Recordings are heard every week by one card, and not the mistakes alone',
      },
      {
        ru: 'Посмотрите, сколько обращений каждого оценено за месяц',
        en: 'See how many contacts of everybody were reviewed in a month',
      },
    ),
    point(
      'taught',
      {
        ru: 'Что не выходит — разбирают, и видно, стало ли лучше',
        en: 'What goes badly is taught, and it is seen whether it got better',
      },
      {
        ru: 'Спросите троих, какой урок они прошли последним',
        en: 'Ask three people which lesson they passed last',
      },
    ),
  ],
};
