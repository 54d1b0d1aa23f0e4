import type { Priority } from '../../tickets/index.ts';
import type { TicketRecord } from './ticket-record.ts';

type Meanings<M> = readonly (readonly [RegExp, M])[];

/** In this order: a reopened one is open, and one that waits to be solved is not solved. */
const states: Meanings<TicketRecord['state']> = [
  [/^(не|пере|повтор|re-?open|un|not )/u, 'ours'],
  [/(^|\s)(жд|ожид|отлож|приостан|пауз)|pending|wait|hold|suspend|snooz/u, 'theirs'],
  [/закры|реш[её]н|выполн|заверш|готов|устран|отмен|отклон|дубл|спам|архив/u, 'done'],
  [/clos|solv|done|complet|cancel|reject|duplicat|merged|spam|archiv|fixed/u, 'done'],
  [/открыт|нов|работ|назнач|принят|передан|активн|зарегистр|диагност/u, 'ours'],
  [/open|new|progress|assign|accept|activ|process|escalat|registered/u, 'ours'],
];

const priorities: Meanings<Priority> = [
  [/^(не ?|not )/u, 'low'],
  [
    /крит|срочн|авари|блокир|наивысш|urgent|critical|blocker|emergency|immediate|highest/u,
    'urgent',
  ],
  [/высок|важн|повыш|high|major|serious/u, 'high'],
  [/низк|пониж|low|minor|trivial/u, 'low'],
  [/сред|обычн|норм|стандарт|medium|normal|standard|default|regular/u, 'normal'],
];

/** What another system's word for a state means; null where it is not known. */
export const stateOf = (word: string): TicketRecord['state'] | null => meaning(states, word);

export const priorityOf = (word: string): Priority | null => meaning(priorities, word);

function meaning<M>(meanings: Meanings<M>, word: string): M | null {
  const small = word.trim().toLowerCase();
  return meanings.find(([pattern]) => pattern.test(small))?.[1] ?? null;
}
