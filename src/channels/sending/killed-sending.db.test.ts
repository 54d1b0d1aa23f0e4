import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { must } from '../../kernel/result.ts';
import { type Smtp, startSmtp } from '../../testing/mail/smtp.ts';
import { address, end, type Program, run } from '../../testing/programs.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { createMailbox } from '../mailboxes/create-mailbox.ts';
import { queueMessage } from './queue-message.ts';

// The whole program starts twice.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let smtp: Smtp;
let program: Program | undefined;

beforeAll(async () => {
  world = await createWorld();
  smtp = await startSmtp();
});
afterAll(async () => {
  if (program) await end(program, 'SIGKILL');
  await smtp.stop();
  await world.close();
});

const launch = async (): Promise<Program> => {
  program = run(['src/main.ts'], {
    BEREG_DATA_DIR: world.installation.config.dataDir,
    DATABASE_URL: world.url,
  });
  await address(program);
  return program;
};
const stateOf = async (id: number): Promise<string | undefined> => {
  const row = await world.ctx.db
    .selectFrom('outgoingMessages')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state;
};

test('a server killed between handing over and noting it down leaves the letter unknown', async () => {
  const { ctx } = world;
  const channel = await ctx.db.transaction().execute((db) =>
    createMailbox(
      { ...ctx, db },
      {
        name: 'Поддержка',
        imapHost: '127.0.0.1',
        imapPort: 1,
        imapSecurity: 'none',
        imapUser: 'support',
        imapPassword: 'x',
        imapFolder: 'INBOX',
        smtpHost: '127.0.0.1',
        smtpPort: smtp.port,
        smtpSecurity: 'none',
        smtpUser: '',
        fromName: '',
        fromAddress: 'support@bereg.example',
        checkedBy: '',
      },
    ),
  );
  const payload = { recipientName: '', subject: 'Re: x', text: 'y', inReplyTo: '', references: [] };
  const message = { channelId: must(channel).id, recipient: 'olga@home.example', payload };
  smtp.mood = 'hangs_after_letter';
  const { id } = must(await queueMessage(ctx, message));

  const first = await launch();
  await vi.waitFor(() => expect(smtp.letters).toHaveLength(1), 30_000);
  expect(await stateOf(id)).toBe('sending');
  await end(first, 'SIGKILL');

  smtp.mood = 'takes';
  const second = await launch();
  const late = must(await queueMessage(ctx, { ...message, recipient: 'petr@home.example' }));
  await vi.waitFor(async () => expect(await stateOf(late.id)).toBe('sent'), 30_000);
  expect(await stateOf(id)).toBe('sending');
  expect(smtp.letters.map(({ to }) => to)).toEqual([['olga@home.example'], ['petr@home.example']]);
  await end(second, 'SIGTERM');

  world.clock.moveTo(new Date(Date.now() + 360_000));
  await world.tick('channels.send');
  expect(await stateOf(id)).toBe('unknown');
  await world.tick('channels.send');
  expect(smtp.letters).toHaveLength(2);
});
