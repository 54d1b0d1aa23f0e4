import type { Handlers } from '../../kernel/wiring.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { addNote, removeNote } from './add-note.ts';
import { answerItem } from './answer-item.ts';
import { decideDispute } from './decide-dispute.ts';
import { disputeItem } from './dispute-item.ts';
import { finishReview } from './finish-review.ts';
import { listReviews } from './list-reviews.ts';
import { showReview } from './show-review.ts';

export const reviewHandlers: Handlers<typeof reviewsApi> = {
  'GET /api/quality-reviews': listReviews,
  'GET /api/quality-reviews/{id}': showReview,
  'PUT /api/quality-reviews/{id}/answers/{item}': answerItem,
  'POST /api/quality-reviews/{id}/notes': addNote,
  'DELETE /api/quality-reviews/{id}/notes/{noteId}': removeNote,
  'POST /api/quality-reviews/{id}/finish': finishReview,
  'POST /api/quality-reviews/{id}/disputes': disputeItem,
  'POST /api/quality-disputes/{id}/decide': decideDispute,
};
