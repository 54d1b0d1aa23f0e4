import type { Socket } from 'node:net';
import { type AmiMessage, type Headers, readMessages, writeMessage } from './ami-messages.ts';

/** An open line to an exchange. Anything may throw: then it is broken and is opened anew. */
export type Exchange = {
  /** Asks for something and waits for the answer. @throws when the exchange says no */
  ask: (action: Headers) => Promise<AmiMessage>;
  /** Asks for a list; answers with its rows. */
  list: (action: Headers, lastEvent: string) => Promise<AmiMessage[]>;
  /** What the exchange tells by itself, in its order; waits at most so long, null after that. */
  next: (mostMs: number, signal?: AbortSignal) => Promise<AmiMessage | null>;
  close: () => void;
};

export const ANSWER_MS = 10_000;
/** An exchange that tells more than this while nobody reads is let go. */
const MOST_UNREAD = 20_000;

type Asked = {
  resolve: (rows: AmiMessage[]) => void;
  reject: (error: Error) => void;
  /** The event that closes a list; null where the answer is all. */
  lastEvent: string | null;
  rows: AmiMessage[];
};

export class AmiLine implements Exchange {
  readonly #socket: Socket;
  readonly #asked = new Map<string, Asked>();
  #unread: AmiMessage[] = [];
  #text = '';
  #count = 0;
  #broken: Error | null = null;
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      try {
        this.#take(chunk);
      } catch (error) {
        this.#break(error as Error);
        socket.destroy();
      }
    });
    socket.on('error', (error) => this.#break(error));
    socket.on('close', () =>
      this.#break(Object.assign(new Error('the line was cut'), { code: 'ECONNRESET' })),
    );
  }

  get isOpen(): boolean {
    return this.#broken === null;
  }

  async ask(action: Headers): Promise<AmiMessage> {
    const [answer = {}] = await this.#send(action, null);
    return answer;
  }

  async list(action: Headers, lastEvent: string): Promise<AmiMessage[]> {
    const [, ...rows] = await this.#send(action, lastEvent);
    return rows;
  }

  async next(mostMs: number, signal?: AbortSignal): Promise<AmiMessage | null> {
    const [message] = this.#unread.splice(0, 1);
    if (message) return message;
    if (this.#broken) throw this.#broken;
    if (signal?.aborted) return null;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      signal?.addEventListener('abort', this.#wake, { once: true });
    });
    signal?.removeEventListener('abort', this.#wake);
    const [told] = this.#unread.splice(0, 1);
    if (told) return told;
    return this.#orBroken();
  }

  #orBroken(): null {
    if (this.#broken) throw this.#broken;
    return null;
  }

  close(): void {
    this.#socket.destroy();
    this.#break(new Error('the line was closed'));
  }

  #send(action: Headers, lastEvent: string | null): Promise<AmiMessage[]> {
    if (this.#broken) return Promise.reject(this.#broken);
    this.#count += 1;
    const id = String(this.#count);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#break(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
        this.#socket.destroy();
      }, ANSWER_MS);
      this.#asked.set(id, {
        resolve: (rows) => {
          clearTimeout(timer);
          resolve(rows);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        lastEvent,
        rows: [],
      });
      this.#socket.write(writeMessage({ ...action, ActionID: id }));
    });
  }

  #take(chunk: string): void {
    const { messages, rest } = readMessages(this.#text + chunk);
    this.#text = rest;
    for (const message of messages) this.#sort(message);
    if (this.#unread.length > MOST_UNREAD) this.close();
    if (this.#unread.length > 0) this.#wake();
  }

  /** An answer goes to who asked, a list's rows too; the rest is news. */
  #sort(message: AmiMessage): void {
    const asked = this.#asked.get(message['actionid'] ?? '');
    if (!asked) {
      if (message['event'] !== undefined) this.#unread.push(message);
      return;
    }
    const isAnswer = message['response'] !== undefined;
    if (isAnswer && message['response'] !== 'Success' && message['response'] !== 'Goodbye') {
      this.#asked.delete(message['actionid'] ?? '');
      asked.reject(new Error(message['message'] ?? 'the exchange said no'));
      return;
    }
    const isLast = asked.lastEvent === null || message['event'] === asked.lastEvent;
    if (message['event'] === undefined || !isLast) asked.rows.push(message);
    if (!isLast) return;
    this.#asked.delete(message['actionid'] ?? '');
    asked.resolve(asked.rows);
  }

  #break(error: Error): void {
    if (this.#broken) return;
    this.#broken = error;
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
    this.#wake();
  }
}
