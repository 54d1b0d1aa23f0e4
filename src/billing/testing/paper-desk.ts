import type { z } from 'zod';
import { readPdf, takeFile } from '../../testing/pdf.ts';
import type { papersApi, Seller } from '../api/papers.ts';
import { openTill } from './till.ts';

type Papers = z.output<(typeof papersApi)['GET /api/accounts/{id}/papers']['output']>['papers'];

export const seller: Omit<Seller, 'version'> = {
  name: 'ООО «Берег-Телеком»',
  taxNumber: '7707083893',
  taxReasonCode: '773601001',
  registrationNumber: '1027700132195',
  address: '634034, г. Томск, пр. Ленина, д. 30',
  phone: '+7 (3822) 55-00-00',
  bankName: 'ПАО Сбербанк',
  bankCode: '044525225',
  bankAccount: '40602810700000000025',
  correspondentAccount: '30101810400000000225',
  directorPost: 'Генеральный директор',
  director: 'Северцев П. А.',
  accountant: 'Озёрова М. И.',
  vatRates: [
    { fromOn: '2025-01-01', percent: null },
    { fromOn: '2026-03-01', percent: 20 },
  ],
  actsOnDay: null,
};

/** A till whose operator is known by name and bank, and hands by which papers are taken. */
export async function openPaperDesk() {
  const till = await openTill();
  const { world, call, chief } = till;
  const { body } = await call('GET /api/seller');
  await call('PUT /api/seller', { ...seller, version: body.version });
  const papersOf = async (id: number): Promise<Papers> =>
    (await call('GET /api/accounts/{id}/papers', { id })).body.papers;
  /** By `GET /api/accounts/{id}/papers/{paperId}`, as the link on the screen does. */
  const take = (accountId: number, paperId: number, format = 'pdf', as = chief.as) =>
    takeFile(world, `/api/accounts/${accountId}/papers/${paperId}?format=${format}`, as);
  const read = async (accountId: number, paperId: number): Promise<string> =>
    readPdf((await take(accountId, paperId)).file);
  return { ...till, papersOf, take, read };
}

export type PaperDesk = Awaited<ReturnType<typeof openPaperDesk>>;
