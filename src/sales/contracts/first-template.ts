import type { Language } from '../../kernel/context.ts';

/** What a contract says until the operator's lawyers have said it better. */
const paragraphs: Record<Language, string> = {
  ru: `{{company}}, в лице: {{director_post}} {{director}}, далее «Оператор», и {{subscriber}},
  далее «Абонент», заключили договор об оказании услуг связи.

# 1. Предмет
1.1. Оператор оказывает Абоненту услуги связи по адресу: {{address}}, а Абонент их оплачивает.
1.2. Услуги и цены на день договора, в том числе плата за подключение:
{{services}}

# 2. Оплата
2.1. Абонентская плата составляет {{monthly}} в месяц и списывается с лицевого счёта
  Абонента вперёд.
2.2. Разовые платежи, за подключение и оборудование, составляют {{once}}. Они списываются в день
  подключения, если под таблицей услуг не сказано, что они оплачиваются частями.
2.3. О новых ценах Оператор сообщает Абоненту не позднее чем за десять дней до их введения.

# 3. Обязанности сторон
3.1. Оператор подключает услуги в согласованное время визита и устраняет неисправности
  своей сети за свой счёт.
3.2. Абонент даёт доступ в помещение в согласованное время, бережёт оборудование
  Оператора и возвращает его, если оно дано в аренду.

# 4. Срок и расторжение
4.1. Договор действует со дня подключения и без срока.
4.2. Абонент вправе отказаться от договора в любой день, оплатив то, что уже оказано.
  Если под таблицей услуг назван наименьший срок, отказ до его конца стоит названной там суммы.
  Оставшиеся на счёте деньги возвращаются.

# 5. Связь с Абонентом
5.1. Телефон Абонента: {{phone}}. Электронная почта: {{email}}.`,
  en: `{{company}}, represented by {{director_post}} {{director}}, the Operator, and
  {{subscriber}}, the Subscriber, have made a contract for communication services.

# 1. Subject
1.1. The Operator serves the Subscriber at {{address}}, and the Subscriber pays for it.
1.2. Services and prices on the day of the contract, the connection included:
{{services}}

# 2. Payment
2.1. The monthly fee is {{monthly}}; it is taken from the Subscriber’s account in advance.
2.2. What is paid once, for the connection and equipment, comes to {{once}}. It is taken on the day
  of connection, unless it is said below the table of services that it is paid in parts.
2.3. The Operator tells of new prices at least ten days before they hold.

# 3. Duties
3.1. The Operator connects the services at the agreed time of the visit and mends its
  network at its own cost.
3.2. The Subscriber lets the Operator in at the agreed time, takes care of its equipment
  and gives back what was rented.

# 4. Term
4.1. The contract holds from the day of connection on, without a term.
4.2. The Subscriber may end it on any day, having paid for what was served. Where a least term
  is named below the table of services, leaving before its end costs the sum named there. What
  stands on the account is given back.

# 5. How to reach the Subscriber
5.1. Phone: {{phone}}. E-mail: {{email}}.`,
};

/** What a contract says until the operator’s lawyers have said it better. */
export const firstTemplate = (language: Language): string =>
  // A line that begins with spaces goes on with the one before.
  paragraphs[language].replaceAll(/\n {2}/g, ' ');
