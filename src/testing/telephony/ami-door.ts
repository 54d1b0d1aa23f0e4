import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export type Headers = Record<string, string>;

type Line = { challenge: string; isIn: boolean; hears: boolean };

/** What came from one who is signed in; `say` answers that one alone, with the request's name. */
export type Asked = (action: Headers, say: (headers: Headers) => void) => void;

/** The door of a manager interface: lets in by a challenge, hears actions and tells events. */
export class AmiDoor {
  readonly user = 'bereg';
  readonly password = 'тайна-5038';
  port = 0;
  signIns = 0;
  /** Lets nobody in. */
  isDead = false;
  readonly #lines = new Map<Socket, Line>();
  readonly #server: Server;
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#server = createServer((socket) => this.#greet(socket));
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Cuts every line; whoever was on it is told nothing. */
  cut(): void {
    for (const socket of this.#lines.keys()) socket.destroy();
  }

  tell(event: Headers): void {
    for (const [socket, { isIn, hears }] of this.#lines) if (isIn && hears) say(socket, event);
  }

  #greet(socket: Socket): void {
    if (this.isDead) return void socket.destroy();
    this.#lines.set(socket, { challenge: '', isIn: false, hears: false });
    socket.setEncoding('utf8');
    socket.write('Asterisk Call Manager/9.0.0\r\n');
    let text = '';
    socket.on('data', (chunk: string) => {
      const parts = (text + chunk).split('\r\n\r\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const pairs = part.split('\r\n').map((one) => one.split(/: (.*)/s).slice(0, 2));
        this.#hear(socket, Object.fromEntries(pairs) as Headers);
      }
    });
    socket.on('close', () => this.#lines.delete(socket));
    socket.on('error', () => undefined);
  }

  #hear(socket: Socket, action: Headers): void {
    const line = this.#lines.get(socket);
    if (!line) return;
    const answer = (headers: Headers): void =>
      say(socket, { ...headers, ActionID: action['ActionID'] ?? '' });
    if (action['Action'] === 'Challenge') {
      line.challenge = String(Math.floor(Math.random() * 1e9));
      return answer({ Response: 'Success', Challenge: line.challenge });
    }
    if (action['Action'] === 'Login') return this.#signIn(line, action, answer);
    if (action['Action'] === 'Ping') return answer({ Response: 'Success', Ping: 'Pong' });
    if (!line.isIn) return answer({ Response: 'Error', Message: 'Permission denied' });
    return this.#asked(action, answer);
  }

  #signIn(line: Line, action: Headers, answer: (headers: Headers) => void): void {
    const key = createHash('md5').update(`${line.challenge}${this.password}`).digest('hex');
    if (action['Username'] !== this.user || action['Key'] !== key) {
      return answer({ Response: 'Error', Message: 'Authentication failed' });
    }
    line.isIn = true;
    line.hears = action['Events'] !== 'off';
    this.signIns += 1;
    return answer({ Response: 'Success', Message: 'Authentication accepted' });
  }
}

function say(socket: Socket, headers: Headers): void {
  const text = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (!socket.destroyed) socket.write(`${text.join('')}\r\n`);
}
