import { uses } from '../../catalog/api.ts';
import type { Language } from '../../kernel/context.ts';
import type { Option, Step } from './steps.ts';

type Words = Record<
  | 'name'
  | 'hello'
  | 'people'
  | 'devices'
  | 'uses'
  | 'speedNow'
  | 'before'
  | 'sorry'
  | 'budget'
  | 'recommend'
  | 'objections'
  | 'further'
  | 'payment'
  | 'end'
  | 'orMore'
  | 'upTo'
  | 'megabits'
  | 'over'
  | 'none'
  | 'yes'
  | 'no'
  | 'video'
  | 'games'
  | 'work'
  | 'cameras'
  | 'tv'
  | 'wifi'
  | 'mobile',
  string
>;

const words: Record<Language, Words> = {
  ru: {
    name: 'Подключение',
    hello:
      'Задам несколько коротких вопросов и предложу один тариф, который подойдёт именно вам. Хорошо?',
    people: 'Сколько человек дома пользуются интернетом?',
    devices: 'Сколько устройств бывает в сети одновременно: телефоны, компьютеры, телевизоры?',
    uses: 'Для чего вам интернет?',
    speedNow: 'Какая скорость у вас сейчас?',
    before: 'Был неприятный опыт с провайдером — с нами или с другим?',
    sorry: 'Спасибо, что сказали. Расскажите, что произошло: сразу отвечу, как с этим у нас.',
    budget: 'На какую сумму в месяц вы рассчитываете?',
    recommend: 'Назовите один тариф этой фразой и дайте человеку ответить.',
    objections:
      'Сомневается? Найдите возражение по его словам, ответьте и отметьте, помогло ли. Возражений нет — дальше.',
    further: 'Предложите одну-две услуги к тарифу. Запишите, что ответили.',
    payment: 'Как удобнее оплатить подключение?',
    end: 'Повторите, о чём договорились: тариф, сумма, первый платёж, когда ждать мастера.',
    orMore: 'и больше',
    upTo: 'до',
    megabits: 'Мбит/с',
    over: 'больше',
    none: 'Интернета нет',
    yes: 'Да',
    no: 'Нет',
    video: 'Фильмы в 4K',
    games: 'Игры',
    work: 'Работа из дома',
    cameras: 'Видеокамеры',
    tv: 'Телеканалы',
    wifi: 'Wi‑Fi во всех комнатах',
    mobile: 'Мобильная связь',
  },
  en: {
    name: 'Connection',
    hello: 'May I ask a few short questions and then offer the one tariff that suits you?',
    people: 'How many people at home use the internet?',
    devices: 'How many devices are on line at once: phones, computers, television sets?',
    uses: 'What do you need the internet for?',
    speedNow: 'What speed do you have now?',
    before: 'Have you had a bad experience with a provider, with us or with another?',
    sorry: 'Thank you for telling me. What happened? I will say at once how we deal with it.',
    budget: 'How much would you like to pay a month?',
    recommend: 'Name one tariff by this sentence, and let them answer.',
    objections:
      'In doubt? Find the objection by their words, answer, and say whether it helped. None: go on.',
    further: 'Offer one or two services beside the tariff. Record what they answer.',
    payment: 'How would you like to pay for the connection?',
    end: 'Say again what is agreed: tariff, sum, first payment, when the fitter comes.',
    orMore: 'or more',
    upTo: 'up to',
    megabits: 'Mbit/s',
    over: 'more than',
    none: 'No internet',
    yes: 'Yes',
    no: 'No',
    video: 'Films in 4K',
    games: 'Games',
    work: 'Work from home',
    cameras: 'Cameras',
    tv: 'TV channels',
    wifi: 'Wi‑Fi in every room',
    mobile: 'Mobile service',
  },
};

const option = (label: string, value: Option['value'], next: string | null = null): Option => ({
  label,
  value,
  next,
});

/** The script of an operator who has written none. */
export function firstScript(language: Language): { name: string; steps: Step[] } {
  const w = words[language];
  const plain = { fills: null, options: [] };
  const ask = { kind: 'question' } as const;
  const nobody = option(w.none, null);
  const devices = [3, 6, 10].map((most) => option(`${w.upTo} ${most}`, most));
  const people = [1, 2, 3, 4].map((count) => option(String(count), count));
  const speeds = [50, 100, 300].map((mbps) => option(`${w.upTo} ${mbps} ${w.megabits}`, mbps));
  const purposes = uses.map((use) => option(w[use], use));
  const before = [option(w.yes, null, 'sorry'), option(w.no, null)];
  const steps: Step[] = [
    { key: 'hello', kind: 'say', words: w.hello, next: 'people', ...plain },
    {
      key: 'people',
      ...ask,
      words: w.people,
      next: 'devices',
      fills: 'people',
      options: [...people, option(`5 ${w.orMore}`, 5)],
    },
    {
      key: 'devices',
      ...ask,
      words: w.devices,
      next: 'uses',
      fills: 'devices',
      options: [...devices, option(`${w.over} 10`, 15)],
    },
    { key: 'uses', ...ask, words: w.uses, next: 'speed', fills: 'uses', options: purposes },
    {
      key: 'speed',
      ...ask,
      words: w.speedNow,
      next: 'before',
      fills: 'speedNow',
      options: [nobody, ...speeds],
    },
    { key: 'before', ...ask, words: w.before, next: 'budget', fills: null, options: before },
    { key: 'sorry', kind: 'say', words: w.sorry, next: 'budget', ...plain },
    { key: 'budget', ...ask, words: w.budget, next: 'offer', fills: 'budget', options: [] },
    { key: 'offer', kind: 'recommendation', words: w.recommend, next: 'doubts', ...plain },
    { key: 'doubts', kind: 'objections', words: w.objections, next: 'further', ...plain },
    { key: 'further', kind: 'further', words: w.further, next: 'payment', ...plain },
    { key: 'payment', kind: 'payment', words: w.payment, next: 'end', ...plain },
    { key: 'end', kind: 'end', words: w.end, next: null, ...plain },
  ];
  return { name: w.name, steps };
}
