import type { Language } from '../../kernel/context.ts';

export type FirstGroup = {
  name: string;
  takesOffers: boolean;
  leaveChance: number;
  reasons: readonly string[];
};

const group = (name: string, leaveChance: number, reasons: string[]): FirstGroup => ({
  name,
  takesOffers: true,
  leaveChance,
  reasons,
});
const beyond = (name: string, leaveChance: number, reasons: string[]): FirstGroup => ({
  ...group(name, leaveChance, reasons),
  takesOffers: false,
});

/**
 * Why people leave everywhere. The chances are a first guess that is stated as such, until risk is
 * learnt from the operator's own history.
 */
export const firstReasons: Record<Language, readonly FirstGroup[]> = {
  ru: [
    group('Цена', 0.55, ['Дорого', 'Подняли цену', 'Кончилась акция', 'Платит за лишнее']),
    group('Качество связи', 0.65, ['Частые сбои', 'Низкая скорость', 'Плохой Wi-Fi']),
    group('Обслуживание', 0.6, ['Долго решали', 'Не перезвонили', 'Ошибка в начислениях']),
    group('Нечем платить', 0.5, ['Временные трудности', 'Долг']),
    group('Конкурент', 0.7, ['Дешевле', 'Быстрее', 'Пакет с мобильной связью']),
    beyond('Переезд', 0.95, ['Нет нашей сети по новому адресу', 'Продал жильё', 'Уезжает']),
    beyond('Человека больше нет', 1, ['Умер', 'Организация закрыта']),
    group('Не пользуется', 0.75, ['Хватает мобильного', 'Редко бывает дома']),
  ],
  en: [
    group('Price', 0.55, ['Expensive', 'The price went up', 'A promotion ended', 'Pays for more']),
    group('Quality', 0.65, ['Frequent faults', 'Slow', 'Bad Wi-Fi']),
    group('Service', 0.6, ['Took too long', 'Nobody called back', 'Charged wrongly']),
    group('Cannot pay', 0.5, ['For a time', 'A debt']),
    group('Competitor', 0.7, ['Cheaper', 'Faster', 'A bundle with mobile']),
    beyond('Moves', 0.95, ['Not served at the new address', 'Sold the home', 'Leaves the town']),
    beyond('Departed', 1, ['Died', 'The organisation closed']),
    group('Has no use for it', 0.75, ['Mobile is enough', 'Seldom at home']),
  ],
};
