import { randomUUID } from 'node:crypto';
import { api as channelsApi } from '../../../src/channels/api.ts';
import { settingsOf } from '../../../src/conversations/testing/mailbox.ts';
import { type Dovecot, startDovecot } from '../../../src/testing/mail/dovecot.ts';
import { type Smtp, startSmtp } from '../../../src/testing/mail/smtp.ts';
import { botToken, startTelegram, type Telegram } from '../../../src/testing/telegram/server.ts';
import { Asterisk } from '../../../src/testing/telephony/asterisk.ts';
import { vkSecret } from '../../../src/testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../../src/testing/vk/server.ts';
import type { As } from '../../../src/testing/world.ts';
import type { Installed } from '../killed-program.ts';

/** Everybody whom the installation speaks with; they live on when it is killed. */
export type Counterparts = {
  telegram: Telegram;
  vk: Vk;
  dovecot: Dovecot;
  smtp: Smtp;
  pbx: Asterisk;
  ids: { telegram: number; vk: number; chat: number };
  stop: () => Promise<void>;
};

/** Connects a channel of every kind. */
export async function connectAll(installation: Installed, as: As): Promise<Counterparts> {
  const pbx = new Asterisk();
  const [telegram, vk, dovecot, smtp] = await Promise.all([
    startTelegram(),
    startVk(),
    startDovecot(),
    startSmtp(),
    pbx.door.open(),
  ]);
  const call = installation.via(channelsApi);
  const { port, user, password } = pbx.door;
  const door = { host: '127.0.0.1', port, user, password };
  const bot = { apiUrl: telegram.url, token: botToken, receiving: 'webhook' as const };
  const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };
  const community = { apiUrl: vk.url, groupId: String(vkGroup.id), ...secrets };
  const hooked = { ...bot, publicUrl: 'https://bereg.example' };
  const made = [
    await call('POST /api/channels/telegram', { name: 'Бот', ...hooked }, as),
    await call('POST /api/channels/vk', { name: 'ВК', ...community }, as),
    await call('POST /api/channels/chat', { name: 'Чат', title: 'Чат' }, as),
    await call('POST /api/channels/asterisk', { name: 'АТС', ...door }, as),
    await call('POST /api/channels', settingsOf(dovecot, smtp), as),
  ];
  const wrong = made.find(({ status }) => status !== 201);
  if (wrong) throw new Error(JSON.stringify(wrong.body));
  const isReady = async (): Promise<boolean> => {
    const { rows } = (await call('GET /api/channels', {}, as)).body;
    const isRead = rows.some(({ kind, lookedAt }) => kind === 'email' && lookedAt !== null);
    return isRead && telegram.hook !== null && pbx.door.signIns > 0;
  };
  while (!(await isReady())) await new Promise((go) => setTimeout(go, 100));
  const [first, second, third] = made.map(({ body }) => body.id);
  return {
    telegram,
    vk,
    dovecot,
    smtp,
    pbx,
    ids: { telegram: first ?? 0, vk: second ?? 0, chat: third ?? 0 },
    stop: async () => {
      await Promise.all([telegram.stop(), vk.stop(), dovecot.stop(), smtp.stop()]);
      await pbx.door.close();
    },
  };
}

/** A secret that a visitor of the site keeps in the browser. */
export const visitorToken = (): string => `${randomUUID()}${randomUUID()}`.slice(0, 60);
