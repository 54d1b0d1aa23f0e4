import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { must } from '../../kernel/result.ts';
import type { MailboxSettings } from '../api/mailboxes.ts';
import { readEmail } from '../email/read-email.ts';
import { composeEmail } from './compose-email.ts';

test('what is attached is read back as it was, under its own name', async () => {
  const settings = { fromName: 'Берег', fromAddress: 'support@bereg.example' } as MailboxSettings;
  const attached = [
    {
      name: 'Договор № 5; «новый».pdf',
      contentType: 'application/pdf',
      content: randomBytes(9000),
    },
    { name: 'схема.png', contentType: 'image/png', content: Buffer.from([0x89, 0, 13, 10, 26]) },
  ];
  const payload = { recipientName: '', subject: 'Re: x', inReplyTo: '', references: [] };
  const message = { recipient: 'olga@home.example', externalId: 'one@bereg.example', attached };
  const text = 'Во вложении';
  const bytes = await composeEmail(
    settings,
    { ...message, payload: { ...payload, text } },
    new Date(),
  );
  const read = must(await readEmail(bytes));
  expect(read.text).toBe(text);
  expect(
    read.files.map(({ name, contentType, content }) => ({ name, contentType, content })),
  ).toEqual(attached);
});
