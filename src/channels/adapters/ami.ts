import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { AmiLine, ANSWER_MS, type Exchange } from './ami-line.ts';
import type { Delivery } from './delivery.ts';
import { type Troubled, troubleOf } from './trouble.ts';

export type AmiAccess = {
  host: string;
  port: number;
  isEncrypted: boolean;
  user: string;
  password: string;
};

/** How long our own phone rings before its call is given up. */
const RING_MS = 30_000;

/** Tries an exchange: null when it lets us in, else what is wrong. */
export async function tryExchange(access: AmiAccess): Promise<Troubled | null> {
  try {
    const exchange = await openExchange(access, 'off');
    exchange.close();
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

type Dialled = { channel: string; context: string; number: string; name: string };

/**
 * Has the exchange ring at a phone of ours and then dial a number. The call gets the name that is
 * given. Once the request has gone over, only the exchange knows whether it dials.
 */
export async function originate(access: AmiAccess, call: Dialled): Promise<Delivery> {
  let line: AmiLine;
  try {
    line = await signIn(access, 'off');
  } catch (error) {
    const { trouble, words } = troubleOf(error);
    return { outcome: 'refused', trouble, words };
  }
  try {
    await line.ask({
      Action: 'Originate',
      Channel: call.channel,
      Context: call.context,
      Exten: call.number,
      Priority: '1',
      CallerID: call.number,
      ChannelId: call.name,
      Timeout: String(RING_MS),
      Async: 'true',
    });
    return { outcome: 'sent' };
  } catch (error) {
    const { words } = troubleOf(error);
    if (line.isOpen) return { outcome: 'refused', trouble: 'not_accepted', words };
    return { outcome: 'unknown', trouble: 'cut_off', words };
  } finally {
    line.close();
  }
}

/**
 * Opens a line and signs in. The password itself does not go over it: its hash with a word of the
 * exchange's choice does.
 * @param events which classes of events the exchange shall tell, or `off`
 */
export function openExchange(
  access: AmiAccess,
  events: string,
  signal?: AbortSignal,
): Promise<Exchange> {
  return signIn(access, events, signal);
}

async function signIn(access: AmiAccess, events: string, signal?: AbortSignal): Promise<AmiLine> {
  const line = new AmiLine(await dial(access, signal));
  signal?.addEventListener('abort', () => line.close(), { once: true });
  try {
    const { challenge = '' } = await line.ask({ Action: 'Challenge', AuthType: 'MD5' });
    const key = createHash('md5').update(`${challenge}${access.password}`).digest('hex');
    const login = { Action: 'Login', AuthType: 'MD5', Username: access.user, Key: key };
    await line.ask({ ...login, Events: events }).catch((error: Error) => {
      throw line.isOpen ? Object.assign(error, { code: 'EAUTH' }) : error;
    });
    return line;
  } catch (error) {
    line.close();
    throw error;
  }
}

function dial({ host, port, isEncrypted }: AmiAccess, signal?: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = isEncrypted
      ? connectTls({ host, port, servername: host })
      : connect({ host, port, noDelay: true });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    const late = (): void => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    const timer = setTimeout(late, ANSWER_MS);
    const end = (): void => fail(new Error('asked to end'));
    signal?.addEventListener('abort', end, { once: true });
    socket.once('error', fail);
    socket.once(isEncrypted ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      socket.off('error', fail);
      resolve(socket);
    });
    socket.once('close', () => clearTimeout(timer));
  });
}
