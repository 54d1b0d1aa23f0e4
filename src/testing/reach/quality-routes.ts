const reviews = 'src/quality/reviews/reviews.db.test.ts';
const audits = 'src/quality/audits/audits.db.test.ts';
const lessons = 'src/quality/lessons/lessons.db.test.ts';
const calibration = 'src/quality/calibration/calibration.db.test.ts';

/** Routes of reviews, whose reach has a test of its own. */
export const qualityRoutes: Record<string, string> = {
  'GET /api/quality-draws': reviews,
  'POST /api/quality-draws/{id}/skip': reviews,
  'POST /api/quality-draws/{id}/review': reviews,
  'GET /api/quality-reviews': reviews,
  'GET /api/quality-reviews/{id}': reviews,
  'PUT /api/quality-reviews/{id}/answers/{item}': reviews,
  'POST /api/quality-reviews/{id}/notes': reviews,
  'DELETE /api/quality-reviews/{id}/notes/{noteId}': reviews,
  'POST /api/quality-reviews/{id}/finish': reviews,
  'POST /api/quality-reviews/{id}/disputes': reviews,
  'POST /api/quality-disputes/{id}/decide': reviews,
  'GET /api/quality-calibrations': calibration,
  'GET /api/quality-calibrations/{id}': calibration,
  'PUT /api/quality-calibration-contacts/{id}/answers/{item}': calibration,
  'PUT /api/quality-calibrations/{id}/part': calibration,
  'GET /api/quality-lessons': lessons,
  'GET /api/quality-weak-items': lessons,
  'GET /api/quality-assignments': lessons,
  'POST /api/quality-assignments': lessons,
  'POST /api/quality-assignments/{id}/cancel': lessons,
  'GET /api/quality-assignments/{id}': lessons,
  'POST /api/quality-assignments/{id}/attempts': lessons,
  'GET /api/money-lost/{process}/contacts': 'src/quality/lost/lost.db.test.ts',
  'GET /api/quality-audit-steps': audits,
  'PUT /api/quality-audit-steps/{id}': audits,
};

/** Cards have no rows of somebody. */
export const qualityCards: Record<string, string> = {
  'GET /api/quality-cards': 'cards are the operator’s, read by whoever is judged by them',
  'GET /api/quality-cards/{id}/versions': 'cards are the operator’s',
};
