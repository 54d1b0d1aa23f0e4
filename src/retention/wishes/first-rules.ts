import type { Language } from '../../kernel/context.ts';

type First = { name: string; phrases: string; exceptions: string; isAngry: boolean };

const wish = (name: string, phrases: string[], exceptions: string[] = []): First => ({
  name,
  phrases: phrases.join('\n'),
  exceptions: exceptions.join('\n'),
  isAngry: false,
});
const angry = (name: string, phrases: string[]): First => ({
  ...wish(name, phrases),
  isAngry: true,
});

/** By what words people say everywhere that they leave, until the operator writes down others. */
export const firstRules: Record<Language, readonly First[]> = {
  ru: [
    wish('Расторгнуть договор', [
      'расторг* договор*',
      'расторжени* договор*',
      'договор* расторг*',
      'закры* договор*',
      'закро* договор*',
      'договор* закры*',
      'прекрат* договор*',
      'разорва* договор*',
      'прош* расторг*',
      'хо* расторг*',
      'расторгните',
      'расторгаю',
      'расторгаем',
      'расторгайте',
      'на расторжени*',
      'cancel* contract*',
      'terminat* contract*',
      'end my contract',
    ]),
    wish(
      'Отказаться от услуг',
      [
        'отказ* от услуг*',
        'отказ* от вас',
        'отказ* от интернета',
        'отключ* интернет навсегда',
        'отключ* меня от сети',
        'отключите меня',
        'отключайте меня',
        'отключи меня',
        'отказ* от договор*',
        'больше не нуж* интернет*',
        'интернет больше не нуж*',
      ],
      ['отключите меня от рассыл*', 'отключайте меня за', 'отключите меня за'],
    ),
    wish('Уйти к другому оператору', [
      'ух* от вас',
      'уйти от вас',
      'уйд* от вас',
      'хо* уйти',
      'ухожу к',
      'уходим к',
      'перейти к друг* оператор*',
      'перехо* к друг*',
      'перейд* к друг*',
      'друг* провайдер* подключ*',
      'подключ* друг* провайдер*',
      'смен* оператор*',
      'смен* провайдер*',
    ]),
    wish(
      'Перенести номер',
      ['перен* номер*', 'номер* перен*', 'перенос* номер*'],
      ['перен* номер к вам', 'перен* номер от'],
    ),
    angry('Сердится', [
      'жалоб* в суд',
      'в суд',
      'роспотребнадзор*',
      'прокуратур*',
      'сколько можно',
      'надоел*',
      'хватит меня',
      'безобраз*',
      'издева*',
    ]),
  ],
  en: [
    wish('End the contract', [
      'cancel* contract*',
      'cancel* service*',
      'cancel* subscription*',
      'terminat* contract*',
      'end* contract*',
      'close* account*',
      'disconnect me',
      'want* to leave',
      'расторг* договор*',
    ]),
    wish('Leave for another', ['switch* to another', 'leav* you', 'chang* provider*']),
    wish('Take the number along', ['port* my number', 'transfer* my number'], []),
    angry('Angry', ['fed up', 'see you in court', 'lawyer*', 'unacceptable', 'ridiculous']),
  ],
};
