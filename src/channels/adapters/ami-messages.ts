/** What is said to an exchange: header → value. */
export type Headers = Readonly<Record<string, string>>;

/** What an exchange says; names of headers are in lower case, the first of a name holds. */
export type AmiMessage = Readonly<Record<string, string>>;

/** A message without an end that is longer than this is no message of an exchange. */
const MOST_CHARACTERS = 1_048_576;
const MOST_VALUE = 2000;

/**
 * Reads the whole messages of what came so far: lines of `Name: value`, an empty line after each
 * message. Lines of any other form, such as the greeting, say nothing.
 * @throws when a message does not end
 */
export function readMessages(text: string): { messages: AmiMessage[]; rest: string } {
  const parts = text.split(/\r?\n\r?\n/);
  const rest = parts.pop() ?? '';
  if (rest.length > MOST_CHARACTERS) throw new Error('a message of the exchange has no end');
  return { messages: parts.map(readMessage).filter((one) => Object.keys(one).length > 0), rest };
}

function readMessage(text: string): AmiMessage {
  const message: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value = ''] = /^([A-Za-z][\w-]*): ?(.*)$/s.exec(line) ?? [];
    if (name === undefined) continue;
    const key = name.toLowerCase();
    // The database holds no zero byte.
    message[key] ??= value.replaceAll('\0', '').slice(0, MOST_VALUE);
  }
  return message;
}

/** One message as it goes over the line. A value cannot begin a header or a message of its own. */
export function writeMessage(headers: Headers): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `${name}: ${value.replaceAll(/[\r\n\0]/g, ' ')}\r\n`,
  );
  return `${lines.join('')}\r\n`;
}
