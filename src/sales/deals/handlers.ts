import type { Handlers } from '../../kernel/wiring.ts';
import type { dealsApi } from '../api/deals.ts';
import { changeDeal } from './change-deal.ts';
import { createDeal } from './create-deal.ts';
import { loseDeal } from './lose-deal.ts';
import { moveDeal } from './move-deal.ts';
import { openDeal } from './open-deal.ts';
import { reopenDeal } from './reopen-deal.ts';
import { winDeal } from './win-deal.ts';

type Listing = `${string}/api/deals/${'fields' | 'list' | 'count' | 'export'}`;

export const dealHandlers: Omit<Handlers<typeof dealsApi>, Listing> = {
  'POST /api/deals': createDeal,
  'GET /api/deals/{id}': openDeal,
  'PATCH /api/deals/{id}': changeDeal,
  'POST /api/deals/{id}/move': moveDeal,
  'POST /api/deals/{id}/win': winDeal,
  'POST /api/deals/{id}/lose': loseDeal,
  'POST /api/deals/{id}/reopen': reopenDeal,
};
