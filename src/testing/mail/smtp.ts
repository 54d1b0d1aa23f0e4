import { once } from 'node:events';
import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server answers: takes the letter, says no in a stage, or cuts the line. */
export type Mood =
  | 'takes'
  | { refuses: 'recipient' | 'letter'; code: number; words: string }
  /** Takes every word and cuts the line before it says so. */
  | 'cuts_after_letter'
  /** Takes every word and never says so. */
  | 'hangs_after_letter';

export type Smtp = {
  port: number;
  user: string;
  password: string;
  /** Whole letters that came, also those that it then denied, with their envelope. */
  letters: { from: string; to: string[]; text: string }[];
  mood: Mood;
  stop: () => Promise<void>;
};

const user = 'support';
const password = 'тайна-25';

/** A mail server on loopback that takes letters and can be rude. */
export async function startSmtp(): Promise<Smtp> {
  const smtp: Smtp = {
    port: 0,
    user,
    password,
    letters: [],
    mood: 'takes',
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    authOptional: true,
    allowInsecureAuth: true,
    closeTimeout: 500,
    onAuth: (auth, _session, done) => {
      const isRight = auth.username === user && auth.password === password;
      if (isRight) done(null, { user });
      else done(failure(535, '5.7.8 wrong'));
    },
    onRcptTo: (_address, _session, done) => {
      const { mood } = smtp;
      if (typeof mood === 'object' && mood.refuses === 'recipient')
        done(failure(mood.code, mood.words));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        smtp.letters.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        const { mood } = smtp;
        if (mood === 'hangs_after_letter') return;
        if (mood === 'cuts_after_letter') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (typeof mood === 'object') done(failure(mood.code, mood.words));
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = server.server.address();
  smtp.port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return smtp;
}

const failure = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });
