import { foldText } from '../../kernel/search/fold-text.ts';
import { transliterationKey } from '../../kernel/search/transliterate.ts';

/** Frequent given names of Russia and its neighbours: enough to tell which of two words is one. */
const frequent = `
  Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артём Артур Богдан Борис Вадим Валентин
  Валерий Василий Виктор Виталий Владимир Владислав Всеволод Вячеслав Геннадий Георгий Герман Глеб
  Григорий Даниил Данила Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид
  Макар Максим Марат Марк Матвей Михаил Никита Николай Олег Павел Пётр Прохор Роберт Родион Роман
  Ростислав Руслан Савелий Святослав Семён Сергей Станислав Степан Тарас Тимофей Тимур Фёдор
  Филипп Эдуард Эльдар Юрий Яков Ян Ярослав Рустам Ринат Рамиль Ильдар Азат Айрат Мурат Ахмед
  Магомед Мамед Али Нурлан Ерлан Азамат Батыр
  Александра Алина Алиса Алла Алёна Анастасия Ангелина Анна Антонина Арина Валентина Валерия
  Варвара Василиса Вера Вероника Виктория Галина Дарья Диана Ева Евгения Екатерина Елена Елизавета
  Жанна Зинаида Зоя Инна Ирина Карина Кира Кристина Ксения Лариса Лидия Любовь Людмила Маргарита
  Марина Мария Милана Надежда Наталья Наталия Нина Оксана Олеся Ольга Полина Раиса Регина Римма
  Светлана София Софья Таисия Тамара Татьяна Ульяна Юлия Яна Гузель Гульнара Альбина Айгуль Асель
  John James Robert Michael William David Richard Thomas Mary Elizabeth Jennifer Linda Susan Sarah
`;

const keys = new Set(
  frequent
    .trim()
    .split(/\s+/u)
    .map((name) => transliterationKey(foldText(name))),
);

/** Whether a word is a frequent given name, in Cyrillic or in any Latin spelling of it. */
export function isGivenName(word: string): boolean {
  return keys.has(transliterationKey(foldText(word)));
}
