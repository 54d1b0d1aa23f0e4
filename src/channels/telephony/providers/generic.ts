import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isSame } from '../../../kernel/http/raw-door.ts';
import type { CallFact } from '../call-facts.ts';
import { jsonOf, notLater, outsideAmong, type Provider } from './provider.ts';

const Written = z.union([z.string(), z.number()]).transform(String).default('');

/** docs/operate/telephony.md describes it to those who write the other side. */
const Event = z.object({
  call: z.union([z.string().min(1), z.number()]).transform(String),
  event: z.enum(['ring', 'answer', 'end', 'recording']),
  at: z.iso.datetime({ offset: true }).optional(),
  from: Written,
  to: Written,
  extension: Written,
  result: z.enum(['answered', 'busy', 'no_answer', 'failed']).optional(),
  recording: z.string().max(2000).default(''),
});

/** Any exchange: JSON with a header `X-Signature`, HMAC-SHA256 of the body in hex. */
export const generic: Provider = {
  open: ({ body, header }, { secret }) => {
    const right = createHmac('sha256', secret).update(body).digest('hex');
    return isSame(header('x-signature').toLowerCase(), right)
      ? jsonOf(body.toString('utf8'))
      : null;
  },
  facts: (told, receivedAt, read) => {
    const { call, event, at: said, recording, result, ...numbers } = Event.parse(told);
    const at = notLater(new Date(said ?? Number.NaN), receivedAt);
    const [from, to] = [read(numbers.from), read(numbers.to)];
    const isOut = 'extension' in from;
    const line = isOut ? 'out' : numbers.extension;
    const party = isOut ? to : read(numbers.extension);
    const hasBegun = numbers.from !== '' || numbers.to !== '';
    const facts: CallFact[] = hasBegun ? [{ kind: 'began', at, from, to }] : [];
    if (event === 'ring')
      facts.push(line ? { kind: 'rang', at, line, party } : { kind: 'queued', at });
    if (event === 'answer' && line) facts.push({ kind: 'answered', at, line, party });
    if (event === 'end') {
      if (line && result && result !== 'answered') {
        facts.push({ kind: 'line_ended', at, line, why: result });
      }
      facts.push({ kind: 'ended', at });
    }
    if (event === 'recording' && recording) facts.push({ kind: 'recorded', at, recording });
    return { linkedId: call, facts };
  },
  outside: (told, read) => {
    const { from, to } = Event.parse(told);
    return outsideAmong([from, to], read);
  },
};
