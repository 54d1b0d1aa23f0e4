import { describe, expect, test } from 'vitest';
import { corpusMail, endings, readCorpus, wordsOf } from './testing/corpus.ts';

/** What was written now, and what of the rest must stand under the fold. */
type Reading = [name: string, text: string, quoted: string[]];

const replies: Reading[] = [
  [
    'reply-yandex',
    'Да, удобно в среду после шести.',
    ['"Берег" <help', '> Когда вам удобно принять'],
  ],
  [
    'reply-mail-ru',
    'Добрый день. Роутер перезагружал, не помогло.',
    ['--\nИван Громов', 'Пятница, 9 октября', '>Попробуйте, пожалуйста'],
  ],
  [
    'reply-mail-ru-phone',
    'Спасибо, заработало!',
    ['мобильной Почты', 'пятница, 09', 'Линия восстановлена'],
  ],
  ['reply-gmail', 'Адрес верный, квартира 15.', ['сб, 10 окт.', '> Подтвердите']],
  ['reply-gmail-long-attribution', 'Подтверждаю.', ['Служба поддержки абонентов', '> Подтвердите']],
  ['reply-gmail-old', 'Жду звонка до обеда.', ['пользователь Берег', 'написал:', '> Когда']],
  ['reply-gmail-english', 'Yes, please call me after 18:00.', ['On Sat, Oct 10', '> When is it']],
  [
    'reply-outlook',
    'Коллеги, договор получили, вопросов нет.',
    ['С уважением,\nСемёнова Алла', '-----Исходное сообщение-----', 'Направляем договор.'],
  ],
  [
    'reply-outlook-no-rule',
    'Добрый день!\n\nАкт подписан, оригинал отправим почтой.',
    ['From: Берег', 'Пришлите, пожалуйста, подписанный акт.'],
  ],
  [
    'reply-outlook-phone',
    'Уже оплатили, проверьте.',
    ['Получите Outlook', '____', 'Отправлено: Friday', 'На вашем счёте'],
  ],
  [
    'reply-thunderbird',
    'Белый, на нём написано «Волна 300».\n\nГорит зелёным.',
    ['Берег пишет:', '> Какая модель', '> И горит ли', '--\nИван'],
  ],
  [
    'reply-thunderbird-below',
    'Да, будем. Только не в понедельник.',
    ['Берег пишет:', '> Подключать будем?'],
  ],
  [
    'reply-the-bat',
    'Здравствуйте, Берег.\n\nНомер счёта 700123.\n\nВчера вечером, после грозы.',
    ['Вы писали 10 октября', 'Б> Какой у вас лицевой счёт?', 'Б> И когда', 'mailto:i.gromov'],
  ],
  ['reply-apple', 'Нет, спасибо, пока не нужно.', ['Отправлено с iPhone', '> Предлагаем']],
  ['reply-apple-attribution-outside', 'Пока думаю.', ['Отправлено с iPad', '> Вы решили?']],
  [
    'reply-samsung',
    'Хорошо, договорились.',
    ['Samsung Galaxy', 'Исходное сообщение', 'Мастер придёт в среду'],
  ],
  ['reply-roundcube', 'По выходным, с утра.', ['Берег писал(а)', '> Когда вас']],
  [
    'reply-name-only',
    'У соседей то же самое, проверьте линию.',
    ['Иван Громов пишет:', '> скорость'],
  ],
  [
    'reply-yandex-phone',
    'Хорошо, жду.',
    ['12:15, 10 октября 2026 г., Берег', 'Мастер будет', 'Яндекс Почты'],
  ],
  [
    'reply-yandex-headers',
    'Номер верный.',
    ['----\nКому: Иван Громов', 'Тема: Заявка 1204;', 'Проверьте, пожалуйста'],
  ],
  ['reply-zimbra', 'Да, это наш адрес.', ['От: "Берег"', 'Отправленные:', 'Подтвердите']],
  ['reply-evolution', 'Третий.', ['Берег пишет:', '> Какой подъезд?']],
  ['reply-address-broken', 'Спасибо за звонок.', ['сб, 10 окт.', '>:', '> Мы вам звонили.']],
  ['reply-date-first-headers', 'Всё в силе.', ['Дата: Fri', 'Встреча в силе?']],
  ['reply-empty', '', ['Берег <help@bereg.example> пишет:', '> Здравствуйте!']],
  ['reply-nested-quotes', 'Согласен.', ['> 09.10.2026, 20:01', '>>> Мастер придёт']],
  ['flowed', flowedText(), ['> Проверьте, пожалуйста, кабель и перезагрузите роутер.', 'Иван']],
];

function flowedText(): string {
  return (
    'Здравствуйте! Интернет пропадает каждый вечер примерно с восьми до десяти, роутер ' +
    'перезагружал, кабель проверил.\n\nСделал и то, и другое.'
  );
}

const signed: Reading[] = [
  ['signature-of-trees', 'Акт подписан.', ['Всего доброго,\nОльга', 'окружающей среде']],
  [
    'signature-firm',
    'Просим выставить счёт за ноябрь.',
    ['С уважением, менеджер по закупкам\nАлла', 'ИНН', 'https://romashka.example'],
  ],
  [
    'signature-dashes',
    'Пришлите, пожалуйста, справку об отсутствии долга.',
    ['--\nПётр Лебедев', 'кв. 7'],
  ],
  [
    'signature-leave',
    'Здравствуйте.\nНе приходит счёт за сентябрь.\n\nЗаранее спасибо,',
    ['с уважением, Ольга Ветрова\nдом 5'],
  ],
  [
    'signature-notice',
    'Направляем заявку на два канала.',
    ['С уважением,\nКирилл Орлов', 'конфиденциальную'],
  ],
];

/** Messages in which nothing is another's, however much a line looks so. */
const whole = [
  'reply-below-unmarked',
  'own-colon-and-date',
  'own-arrow-lines',
  'signature-with-afterthought',
  'leave-in-the-middle',
  'leave-then-printing',
  'leave-then-request',
  'leave-then-russian-afterthought',
  'leave-then-words',
  'own-official-letter',
  'forward-yandex',
  'forward-outlook',
  'forward-apple',
  'empty-body',
];

describe.each(endings)('with lines that end in %s', (ending) => {
  test.each([...replies, ...signed])('%s', async (name, text, quoted) => {
    const read = await readCorpus(name, ending);
    expect(read.text).toBe(text);
    for (const part of quoted) expect(read.quoted).toContain(part);
    expect(wordsOf(`${read.text}\n${read.quoted}`)).toEqual(wordsOf(bodyOf(name)));
    expect(read.kind).toBe('person');
  });

  test.each(whole)('%s stays whole', async (name) => {
    const read = await readCorpus(name, ending);
    expect(read.quoted).toBe('');
    expect(read.text.split(/\s+/)).toEqual(bodyOf(name).trim().split(/\s+/));
  });
});

/** Of messages in which nothing is encoded. */
const bodyOf = (name: string) =>
  corpusMail(name, 'LF')
    .toString()
    .replace(/^[^]*?\n\n/, '');

test('HTML is read as plain text is, with the marks of its programs', async () => {
  const readings: Reading[] = [
    [
      'html-gmail',
      'Добрый день!\n\nТариф «Домашний 300» подходит.',
      ['--\nИван Громов\nкв. 15', 'сб, 10 окт.', '> Какой тариф вам подойдёт?'],
    ],
    [
      'html-yandex',
      'Мастер был, всё работает. Спасибо!',
      ['"Берег" <help@bereg.example>:', '> Здравствуйте! Приходил', '--\nС уважением,\nИван'],
    ],
    [
      'html-mail-ru',
      'Пришлите, пожалуйста, реквизиты.',
      ['--\nИван Громов\nОтправлено из Почты Mail', '> Пятница, 9 октября', '> Счёт можно'],
    ],
    [
      'html-outlook',
      'Добрый день!\n\nПодтверждаем подключение второго канала.',
      ['С уважением,\nКирилл Орлов', 'От: Берег', 'Отправлено: пятница', 'Подтвердите, пожалуйста'],
    ],
    [
      'html-outlook-phone',
      'Да, оставьте как есть.',
      ['Получите Outlook для iOS', 'От: Берег', 'Оставить вам прежний тариф?'],
    ],
    [
      'html-apple',
      'Вот фото роутера, лампочка не горит.',
      ['Отправлено с iPhone', '> 10 окт. 2026 г., в 12:15', '> Пришлите, пожалуйста, фото'],
    ],
    ['html-indented', 'Прошу:\n1. вернуть деньги;\n2. прислать акт.\nСрок — неделя.', []],
    [
      'html-between-quotes',
      'Белый, без названия.\n\nЛет пять.',
      ['> Какой у вас роутер?', '> Сколько ему лет?'],
    ],
    ['html-unclosed', 'Первая строка\n\nВторая строка\n\nДоговор 700123\nДолг 0и всё', []],
  ];
  for (const [name, text, quoted] of readings) {
    const read = await readCorpus(name, 'CRLF');
    expect([name, read.text]).toEqual([name, text]);
    for (const part of quoted) expect(read.quoted).toContain(part);
  }
});
