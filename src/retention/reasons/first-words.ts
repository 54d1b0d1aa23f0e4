import type { Language } from '../../kernel/context.ts';

/** How a talk begins with whoever wants to leave, before anybody knows why. */
export const openingWords: Record<Language, string> = {
  ru: 'Понимаю. Помогу, что бы вы ни решили. Расскажите, что случилось?',
  en: 'I see. I help you, whatever you decide. What has happened?',
};

/** What is said in each branch, by the name of a group or a reason; to begin with. */
export const firstWords: Record<Language, Readonly<Record<string, string>>> = {
  ru: {
    Цена: 'Давайте посмотрим, за что вы платите. Что из этого вам нужно, а что лишнее?',
    'Подняли цену': 'Цена выросла, вы правы. Посмотрю, есть ли тариф, где вы не переплатите.',
    'Платит за лишнее': 'Вижу, чем вы пользуетесь. Есть тариф дешевле, его хватит.',
    'Качество связи': 'Простите за это. Что именно не работает и когда: вечером, в какой комнате?',
    'Частые сбои': 'Сначала починим. Мастер придёт вне очереди, и я сам прослежу.',
    'Плохой Wi-Fi': 'Часто дело в роутере и его месте. Проверим сейчас или с мастером?',
    Обслуживание: 'Мне жаль, что так вышло. Расскажите по порядку: я запишу и разберусь.',
    'Не перезвонили': 'Это наша вина. Скажите, с чем вы звонили: решим сейчас.',
    'Ошибка в начислениях': 'Проверю начисления при вас. Если ошиблись мы, вернём.',
    'Нечем платить': 'Бывает. Связь можно оставить, а заплатить позже. Когда вам удобно?',
    Конкурент: 'Что вам предложили: какая скорость, цена и на какой срок?',
    Дешевле: 'Сравним честно: что войдёт в цену там через год и что у нас.',
    Переезд: 'Желаю хорошего переезда. Проверю новый адрес; если нас там нет, всё оформлю.',
    'Человека больше нет': 'Примите соболезнования. Всё закроем без вас: нужен один документ.',
    'Не пользуется': 'Давно так? Услугу можно приостановить, чтобы не платить, пока вас нет.',
  },
  en: {
    Price: 'Let us see what you pay for. What of it do you need, and what not?',
    'The price went up': 'It did, you are right. Let me see whether a tariff suits you better.',
    'Pays for more': 'I see what you use. There is a cheaper tariff that is enough.',
    Quality: 'I am sorry. What does not work, and when: in the evening, in which room?',
    'Frequent faults': 'Let us mend it first: a technician comes before others, and I follow it.',
    'Bad Wi-Fi': 'It is often the router and where it stands. Shall we look at it now?',
    Service: 'I am sorry it went so. Tell me from the beginning: I write it down and see to it.',
    'Nobody called back': 'That is our fault. What did you call about? Let us solve it now.',
    'Charged wrongly': 'I check the charges with you. If we were wrong, it comes back.',
    'Cannot pay': 'It happens. You can stay connected and pay later. When would suit you?',
    Competitor: 'What were you offered: what speed, what price, for how long?',
    Cheaper: 'Let us compare honestly: what it costs there in a year, and here.',
    Moves: 'I wish you a good move. I check the new address; if we are not there, I see to all.',
    Departed: 'My condolences. We close everything without you: one document is needed.',
    'Has no use for it': 'For how long? It can be paused, so that you pay nothing meanwhile.',
  },
};
