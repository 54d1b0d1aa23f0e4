import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const { useRead, useWrite } = hooks(caller<typeof api>());

export type Product = OutputOf<typeof api, 'GET /api/products'>['products'][number];
export type EligibilityRule = Product['eligibility'][number];
export type Version = Product['versions'][number];
export type Promotion = OutputOf<typeof api, 'GET /api/promotions'>['promotions'][number];
export type Settings = OutputOf<typeof api, 'GET /api/catalogue-settings'>;
