import { wholeWords } from '../../kernel/search/whole-words.ts';
import type { Silence } from '../api/pitches.ts';

/** What is known of a contact when something further might be offered in it. */
export type Moment = {
  /** Its topic: one of the site form's, or a letter's subject. */
  subject: string;
  /** What the person has written. */
  words: readonly string[];
  /** Null for somebody whom the base does not know. */
  status: string | null;
  hasOutage: boolean;
  hasOpenTicket: boolean;
};

/** Any ending of a word. */
const END = '\\p{L}*';
const GAP = '\\s+';

/** Words and phrases, a line each; `…` is any ending, a space any gap. */
const anyOf = (phrases: string): RegExp =>
  wholeWords(
    phrases
      .trim()
      .split('\n')
      .map((line) => line.trim().replaceAll(' ', GAP).replaceAll('…', END))
      .join(' '),
  );

const leaving = anyOf(`
  растор…
  отключит(?:е|ь) (?:меня|нас|интернет|услуг…|договор…)
  отказ… от (?:услуг|интернета|договора|ваших)…
  (?:хочу|хотим|буду|будем|решил…) (?:уйти|перейти|отключиться)
  (?:ухожу|уходим|перехожу|переходим|переезжаю|переезжаем)
  закры(?:ть|ваю|вать) договор
  прекра… (?:договор|обслуживание)
  (?:cancel|terminate) (?:my|the|our) (?:contract|service|subscription|account)
  (?:leave|leaving|switch|switching) (?:you|to)
`);

const complaint = anyOf(`
  (?:жалоб…|жалуюсь|жалуемся|претензи…|безобрази…|возмущ…|обман…|мошен…|хамств…)
  (?:верните|роспотребнадзор…|прокуратур…|компенсаци…|ужасн…|отвратительн…|надоел…)
  (?:в|через) суд
  (?:complain…|refund|outrageous|scam)
`);

const fault = anyOf(`
  не (?:работа…|грузит|открыва…|подключа…)
  (?:нет|пропал…|исчез…|отвалил…) (?:интернет…|связ…|сигнал…|каналы|каналов|тв|телевидени…)
  (?:интернет|связь|сигнал|тв|телевидение) (?:не|пропал…|исчез…|отвалил…|отсутству…|обрыва…)
  (?:обрыв…|поврежд…|неисправн…|авари…|медленн…|тормоз…|лага…|разрыва…|мига…|сломал…)
  (?:not|doesn.?t|isn.?t) work…
  no (?:internet|connection|signal)
  (?:broken|outage|slow)
`);

/** The form's topic of somebody whose service has failed. */
const FAULT_TOPIC = 'repair';

/**
 * Why this is no moment to offer something; null where it is. Whoever wants to leave is heard
 * before anything else, for that is what the conversation has to be about.
 */
export function silenceOf(moment: Moment): Silence | null {
  const said = [moment.subject, ...moment.words];
  const isSaid = (pattern: RegExp): boolean => said.some((text) => pattern.test(text));
  if (isSaid(leaving)) return 'leaving';
  if (isSaid(complaint)) return 'complaint';
  if (moment.subject === FAULT_TOPIC || isSaid(fault)) return 'fault';
  if (moment.hasOutage) return 'outage';
  if (moment.hasOpenTicket) return 'open_ticket';
  const isServed = moment.status === null || ['prospect', 'active'].includes(moment.status);
  return isServed ? null : 'not_served';
}
