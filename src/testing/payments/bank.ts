import iconv from 'iconv-lite';
import type { As, World } from '../world.ts';
import { sendFile } from '../upload.ts';

export const ourAccount = '40702810900000000001';

export type Document = {
  number?: string;
  on?: string;
  sum?: string;
  from?: string;
  to?: string;
  payer?: string;
  tax?: string;
  purpose?: string;
};

/** A statement as a bank's program writes it for 1C. */
export function exchangeOf(documents: readonly Document[], own = ourAccount): string {
  const head = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    `РасчСчет=${own}`,
    'СекцияРасчСчет',
    'ДатаНачала=01.03.2026',
    `РасчСчет=${own}`,
    'НачальныйОстаток=0.00',
    'КонецРасчСчет',
  ];
  const body = documents.flatMap((one) => [
    'СекцияДокумент=Платежное поручение',
    `Номер=${one.number ?? '1'}`,
    `Дата=${one.on ?? '02.03.2026'}`,
    `Сумма=${one.sum ?? '600.00'}`,
    `ПлательщикСчет=${one.from ?? '40817810000000000009'}`,
    `ПлательщикИНН=${one.tax ?? ''}`,
    `Плательщик1=${one.payer ?? 'Иванов Иван'}`,
    `ПолучательСчет=${one.to ?? own}`,
    `НазначениеПлатежа=${one.purpose ?? ''}`,
    'КонецДокумента',
  ]);
  return [...head, ...body, 'КонецФайла', ''].join('\r\n');
}

/** Lets a bank's payments in, and brings statements of it as somebody. */
export async function openBank(world: World, as: As, source: object = {}) {
  const call = world.via({}) as (
    route: string,
    input: object,
    who: As,
  ) => Promise<{ body: { id: number } }>;
  const fields = { login: null, addresses: [], leastMinor: 1, mostMinor: null, isEnabled: true };
  const made = { kind: 'bank', name: 'Расчётный счёт', ...fields, ...source };
  const sourceId = (await call('POST /api/payment-sources', made, as)).body.id;
  const send = <Body>(what: string, text: string, more: Record<string, string>, who: As) =>
    sendFile<Body>(
      world,
      `/api/payments/statements${what}?${new URLSearchParams({ sourceId: `${sourceId}`, ...more })}`,
      { name: 'kl_to_1c.txt', type: 'text/plain', content: iconv.encode(text, 'windows-1251') },
      who,
    );
  return {
    sourceId,
    preview: <Body>(text: string, more: Record<string, string> = {}, who = as) =>
      send<Body>('/preview', text, more, who),
    load: <Body>(text: string, more: Record<string, string> = {}, who = as) =>
      send<Body>('', text, more, who),
  };
}
