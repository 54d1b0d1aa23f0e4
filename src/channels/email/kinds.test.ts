import { describe, expect, test } from 'vitest';
import type { Bounce } from './delivery-report.ts';
import type { MailKind } from './mail-kind.ts';
import { subjectKey } from './subject-key.ts';
import { endings, readCorpus } from './testing/corpus.ts';

const kinds: [name: string, kind: MailKind, text: string][] = [
  ['auto-rfc3834', 'auto_reply', 'Я в отпуске до 20 октября.'],
  ['auto-subject', 'auto_reply', 'Меня нет на месте, пишите на общий ящик.'],
  ['auto-outlook', 'auto_reply', 'Вернусь в понедельник.'],
  ['auto-precedence', 'auto_reply', 'Ваше письмо получено.'],
  ['auto-null-sender', 'auto_reply', 'Ваше письмо получено и будет рассмотрено.'],
  ['auto-read-receipt', 'auto_reply', 'Сообщение прочитано 10.10.2026 12:40.'],
  ['report-of-delivery', 'auto_reply', 'Сообщение доставлено.'],
  ['person-answers-auto-reply', 'person', 'Спасибо, жду.'],
  ['postmaster-writes', 'person', 'Добрый день! Настройте, пожалуйста, обратную зону.'],
  ['bulk-newsletter', 'bulk', 'Скидки октября\n\nТолько до воскресенья.'],
  ['bulk-precedence', 'bulk', 'Собрание в четверг.'],
];

const bounces: [name: string, bounce: Bounce][] = [
  [
    'bounce-postfix',
    {
      recipient: 'i.gromov@example.com',
      status: '5.1.1',
      isFinal: true,
      reason: '550 5.1.1 User unknown',
      originalMessageId: 'out-77@bereg.example',
    },
  ],
  [
    'bounce-delayed',
    {
      recipient: 'i.gromov@example.com',
      status: '4.4.1',
      isFinal: false,
      reason: 'connect to mail.example.com: Connection timed out',
      originalMessageId: 'out-77@bereg.example',
    },
  ],
  [
    'bounce-expired',
    {
      recipient: 'i.gromov@example.com',
      status: '4.4.7',
      isFinal: true,
      reason: '451 4.4.7 Message expired',
      originalMessageId: 'out-77@bereg.example',
    },
  ],
  [
    'bounce-second-recipient',
    {
      recipient: 'b@example.com',
      status: '5.2.2',
      isFinal: true,
      reason: '552 5.2.2 Mailbox full',
      originalMessageId: 'out-77@bereg.example',
    },
  ],
  [
    'bounce-plain-russian',
    {
      recipient: 'o.vetrova@example.net',
      status: '5.7.1',
      isFinal: true,
      reason: 'Ошибка: 550 5.7.1 Message rejected as spam.',
      originalMessageId: 'out-78@bereg.example',
    },
  ],
  [
    'bounce-exim',
    {
      recipient: 'p.lebedev@example.net',
      status: null,
      isFinal: true,
      reason: '550 no such mailbox',
      originalMessageId: 'out-79@bereg.example',
    },
  ],
];

describe.each(endings)('with lines that end in %s', (ending) => {
  test.each(kinds)('%s is %s', async (name, kind, text) => {
    const read = await readCorpus(name, ending);
    expect([read.kind, read.text, read.bounce]).toEqual([kind, text, null]);
  });

  test.each(bounces)('%s', async (name, bounce) => {
    const read = await readCorpus(name, ending);
    expect([read.kind, read.bounce]).toEqual(['bounce', bounce]);
  });
});

test.each([
  ['Заявка 1204', 'заявка 1204'],
  ['Re: Заявка 1204', 'заявка 1204'],
  ['RE: re: Re[2]: Заявка 1204', 'заявка 1204'],
  ['Ответ: Заявка 1204', 'заявка 1204'],
  ['Отв: Заявка 1204', 'заявка 1204'],
  ['HA: Заявка 1204', 'заявка 1204'],
  ['НА: Заявка 1204', 'заявка 1204'],
  ['Fwd: Re: Заявка 1204', 'заявка 1204'],
  ['FW: Пересл: Заявка 1204', 'заявка 1204'],
  ['[sosedi] Re: [sosedi] Заявка 1204', 'заявка 1204'],
  ['Re(3): Заявка 1204 (fwd)', 'заявка 1204'],
  ['Автоответ: Заявка 1204', 'заявка 1204'],
  ['[Заявка 1204] Нет связи', 'заявка 1204 нет связи'],
  ['Re: Счёт за сентябрь', 'счет за сентябрь'],
  ['Ответьте мне: когда?', 'ответьте мне когда'],
  ['Republic: a novel', 'republic a novel'],
  ['Re:', ''],
  ['', ''],
])('the key of “%s” is “%s”', (subject, key) => {
  expect(subjectKey(subject)).toBe(key);
});
