import { type AddressLoad, streetKey } from '../subscribers/index.ts';
import { type Random, randomOf } from './random.ts';

/** A building of the demo region; `node` is the switch that serves it and its neighbours. */
export type DemoBuilding = {
  city: string;
  streetKind: string;
  street: string;
  number: string;
  isPrivateSector: boolean;
  technology: 'ftth' | 'ethernet' | 'docsis' | 'wireless';
  district: string;
  flats: number;
  node: number;
};

const cities = ['Светлореченск', 'Новоберёзовск', 'Каменный Лог', 'Приозёрный', 'Южноборск'];
const districts = ['Центральный', 'Заречный', 'Северный', 'Октябрьский', 'Лесной', 'Вокзальный'];
const streetNames = (
  'Садовая Лесная Школьная Полевая Луговая Набережная Заречная Солнечная Берёзовая ' +
  'Сиреневая Цветочная Вишнёвая Рябиновая Кленовая Тополиная Сосновая Родниковая Речная ' +
  'Озёрная Мостовая Фабричная Заводская Вокзальная Почтовая Строителей Энергетиков ' +
  'Связистов Учителей Геологов Космонавтов Молодёжная Юности Дружбы Мира Победы Труда ' +
  'Свободы Восточная Западная Северная Южная Центральная Парковая Спортивная Театральная ' +
  'Музейная Университетская Больничная Рабочая Весенняя Летняя Осенняя Зимняя Утренняя ' +
  'Звёздная Радужная Снежная Песчаная Каменная Степная Горная Нагорная Подгорная Тихая ' +
  'Светлая Новая Старая Ясная Кузнечная Гончарная Плотников Каменщиков Мельничная Хлебная ' +
  'Ягодная Грибная Пчеловодов Рыбацкая Охотничья Пионерская Первомайская Октябрьская'
).split(' ');
const streetKinds = ['street', 'street', 'street', 'avenue', 'lane', 'boulevard'];

const FLATS_SERVED_OF_A_BUILDING = 34;
const BUILDINGS_OF_A_NODE = 8;

/**
 * How many buildings a base of so many subscribers fills: about half of a building's flats are
 * served, as a strong regional operator has it.
 */
export function buildingCount(subscribers: number): number {
  return Math.max(20, Math.ceil(subscribers / FLATS_SERVED_OF_A_BUILDING));
}

/** The building of that index; the same for any size of base. */
export function buildingAt(seed: string, index: number): DemoBuilding {
  const node = Math.floor(index / BUILDINGS_OF_A_NODE);
  const random = randomOf(`${seed} building`, index);
  const city = cities[cityOf(node)] ?? 'Светлореченск';
  const streetOf = randomOf(`${seed} street`, node);
  const street = streetOf.pick(streetNames);
  const streetKind = /[аяоы]я$/.test(street) ? 'street' : streetOf.pick(streetKinds);
  const isPrivateSector = random.chance(0.12);
  return {
    city,
    streetKind,
    street,
    // The index makes a number unique on its street however many nodes share the name.
    number: buildingNumber(random, index),
    isPrivateSector,
    technology: technologyOf(random, isPrivateSector),
    district: districts[node % districts.length] ?? 'Центральный',
    flats: isPrivateSector ? 1 : random.between(40, 160),
    node,
  };
}

/** The first city holds half of the region, each next one half of the rest. */
function cityOf(node: number): number {
  const place = (node * 2654435761) % 100;
  if (place < 50) return 0;
  if (place < 72) return 1;
  if (place < 86) return 2;
  return place < 95 ? 3 : 4;
}

function buildingNumber(random: Random, index: number): string {
  const tail = random.chance(0.2) ? random.pick(['а', 'б', 'к1', 'к2', '/1']) : '';
  return `${1 + (index % 400)}${tail}`;
}

function technologyOf(random: Random, isPrivateSector: boolean): DemoBuilding['technology'] {
  if (isPrivateSector) return random.chance(0.6) ? 'ftth' : 'wireless';
  const throwOf = random.next();
  if (throwOf < 0.55) return 'ftth';
  return throwOf < 0.9 ? 'ethernet' : 'docsis';
}

/** A building and flat as the subscribers' addresses take it. */
export function placeOf(building: DemoBuilding, flat: string): AddressLoad {
  return {
    city: building.city,
    streetKind: building.streetKind,
    street: building.street,
    streetKey: streetKey(building.city, building.street),
    building: building.number,
    flat,
    isPrivateSector: building.isPrivateSector,
    technology: building.technology,
    district: building.district,
  };
}
