import type { Handlers } from '../../kernel/wiring.ts';
import type { boardApi } from '../api/board.ts';
import { showBoard } from './show-board.ts';
import { showCards } from './show-cards.ts';
import { showColumn } from './show-column.ts';

export const boardHandlers: Handlers<typeof boardApi> = {
  'GET /api/deal-board': showBoard,
  'GET /api/deal-board/{stageId}': showColumn,
  'POST /api/deal-board/cards': showCards,
};
