import { useRead, type Product, type Promotion } from './client.ts';

/** What is sold, with every version; empty until it is read. */
export const useProducts = (): readonly Product[] =>
  useRead('GET /api/products').data?.products ?? [];

/** What is offered for a time; empty until it is read. */
export const usePromotions = (): readonly Promotion[] =>
  useRead('GET /api/promotions').data?.promotions ?? [];
