import type { Language } from '../../kernel/context.ts';
import { keeping, learning, valued } from './first-keeping.ts';
import { point, type Section } from './first-points.ts';
import type { Sections } from './lock-audit.ts';

const requests: Section = {
  title: { ru: 'Заявки и перезвон', en: 'Requests and callbacks' },
  points: [
    point(
      'one-minute',
      {
        ru: 'На заявку с любого канала перезванивают за минуту',
        en: 'A request of any channel is called back within a minute',
      },
      {
        ru: 'Оставьте три заявки с сайта в разные часы; сверьте с отчётом о первом касании',
        en: 'Leave three requests on the site at different hours; compare with the first-touch report',
      },
    ),
    point(
      'night-requests',
      {
        ru: 'Вечерняя и ночная заявка не ждёт того, кто о ней вспомнит',
        en: 'A request of the evening or night does not wait for somebody to remember it',
      },
      {
        ru: 'Посмотрите заявки прошлой недели после восьми вечера',
        en: 'Look at last week’s requests after eight in the evening',
      },
    ),
    point(
      'phone-line',
      {
        ru: 'На линии ждут не дольше минуты, и об этом узнают сразу',
        en: 'Nobody waits on the line for more than a minute, and it is known at once',
      },
      {
        ru: 'Позвоните в час пик; спросите, кто видит очередь',
        en: 'Ring at the busiest hour; ask who sees the queue',
      },
    ),
    point(
      'one-place',
      {
        ru: 'Все каналы сходятся в одном месте, личных телефонов в работе нет',
        en: 'All channels meet in one place, no private phones are used for work',
      },
      {
        ru: 'Попросите двоих показать, где они отвечают',
        en: 'Ask two people to show where they answer',
      },
    ),
  ],
};

const selling: Section = {
  title: { ru: 'Продажа', en: 'Selling' },
  points: [
    point(
      'needs-first',
      {
        ru: 'Сначала узнают, зачем человеку связь, и записывают это',
        en: 'What a person needs a line for is asked first, and written down',
      },
      {
        ru: 'Прослушайте пять продаж; откройте сделки и найдите потребности',
        en: 'Listen to five sales; open the deals and find the needs',
      },
    ),
    point(
      'one-tariff',
      {
        ru: 'Советуют один тариф и говорят почему, а не читают прейскурант «от и до»',
        en: 'One tariff is recommended with the reason, not a price list read “from and to”',
      },
      {
        ru: 'Сверьте записи с отметкой «был совет»',
        en: 'Compare the recordings with the mark of a recommendation',
      },
    ),
    point(
      'objections',
      {
        ru: 'На возражения отвечают по подготовленным словам',
        en: 'Objections are answered by prepared words',
      },
      {
        ru: 'Возразите сами: «дорого», «у соседей быстрее»',
        en: 'Object yourself: “too dear”, “the neighbours have it faster”',
      },
    ),
    point(
      'high-speed',
      {
        ru: 'Скорость выше 100 Мбит/с предлагают, не дожидаясь вопроса',
        en: 'More than 100 Mbit/s is offered without being asked for',
      },
      {
        ru: 'Прослушайте продажи в домах с оптикой',
        en: 'Listen to sales in buildings with fibre',
      },
    ),
    point(
      'address-truth',
      {
        ru: 'До обещания проверяют, есть ли связь в доме и свободна ли ёмкость',
        en: 'Before anything is promised it is checked that the building is served and has room',
      },
      {
        ru: 'Найдите отказы «нет технической возможности» после договора',
        en: 'Find refusals for want of a line that came after a contract',
      },
    ),
  ],
};

const further: Section = {
  title: { ru: 'Дополнительные услуги', en: 'Further services' },
  points: [
    point(
      'pitch-everywhere',
      {
        ru: 'В каждом входящем обращении звучит одно подготовленное предложение',
        en: 'One prepared offer is made in every inbound contact',
      },
      {
        ru: 'Посчитайте обращения недели, где ответ на предложение записан',
        en: 'Count the week’s contacts in which the answer to an offer is written down',
      },
    ),
    point(
      'pitch-silent',
      {
        ru: 'В аварию, при жалобе и желании уйти ничего не предлагают',
        en: 'Nothing is offered during a fault, a complaint or a wish to leave',
      },
      {
        ru: 'Прослушайте обращения в день последней аварии',
        en: 'Listen to contacts of the day of the last outage',
      },
    ),
    point(
      'knows-services',
      {
        ru: 'Каждый может рассказать о видеонаблюдении, ТВ и кино, не заглядывая в справку',
        en: 'Everybody can tell of cameras, TV and films without looking it up',
      },
      { ru: 'Спросите троих наугад', en: 'Ask three people at random' },
    ),
  ],
};

const tickets: Section = {
  title: { ru: 'Обращения и тикеты', en: 'Contacts and tickets' },
  points: [
    point(
      'history-seen',
      {
        ru: 'Историю обращений видят до ответа, и человек её не пересказывает',
        en: 'The history is seen before the answer, and nobody has to tell it again',
      },
      {
        ru: 'Позвоните второй раз с тем же вопросом',
        en: 'Ring a second time with the same question',
      },
    ),
    point(
      'norms-kept',
      {
        ru: 'У каждого тикета есть срок, и просроченное видно руководителю',
        en: 'Every ticket has a deadline, and whoever leads sees what is late',
      },
      {
        ru: 'Откройте самые старые тикеты и спросите о них',
        en: 'Open the oldest tickets and ask about them',
      },
    ),
    point(
      'outage-told',
      {
        ru: 'Об аварии узнают от нас раньше, чем позвонят сами',
        en: 'An outage is told by us before people ring themselves',
      },
      {
        ru: 'Сравните время аварии и время первого сообщения',
        en: 'Compare the time of an outage with that of the first message',
      },
    ),
    point(
      'duty',
      {
        ru: 'Дежурство круглые сутки, и у дежурного есть, кому позвонить',
        en: 'There is duty round the clock, and whoever is on it has somebody to ring',
      },
      { ru: 'Посмотрите график месяца', en: 'Look at the month’s plan of shifts' },
    ),
  ],
};

/** What operators who begin to audit need at once: the list for a subscriber department. */
export function firstChecklist(language: Language): { name: string; sections: Sections } {
  const sections = [requests, selling, further, tickets, keeping, valued, learning];
  return {
    name: { ru: 'Абонентский отдел', en: 'Subscriber department' }[language],
    sections: sections.map(({ title, points }) => ({
      title: title[language],
      points: points.map(({ key, ...words }) => ({
        key,
        title: words.title[language],
        hint: words.hint[language],
      })),
    })),
  };
}
