import { defineErrors } from '../kernel/api/define.ts';
import { auditsApi } from './api/audits.ts';
import { calibrationsApi } from './api/calibrations.ts';
import { cardsApi } from './api/cards.ts';
import { lessonsApi } from './api/lessons.ts';
import { lostApi } from './api/lost.ts';
import { mysteryApi } from './api/mystery.ts';
import { reviewsApi } from './api/reviews.ts';
import { samplingApi } from './api/sampling.ts';

export const api = {
  ...cardsApi,
  ...samplingApi,
  ...reviewsApi,
  ...calibrationsApi,
  ...lessonsApi,
  ...lostApi,
  ...auditsApi,
  ...mysteryApi,
};

export const errors = defineErrors({
  'quality.name_taken': 409,
  'quality.item_twice': 422,
  'quality.no_weight': 422,
  'quality.no_such_card': 404,
  'quality.changed_meanwhile': 409,
  'quality.no_such_draw': 404,
  'quality.own_contact': 403,
  'quality.taken_already': 409,
  'quality.no_card': 409,
  'quality.no_such_review': 404,
  'quality.finished_already': 409,
  'quality.no_such_item': 422,
  'quality.wrong_answer': 422,
  'quality.reason_needed': 422,
  'quality.no_such_place': 422,
  'quality.unanswered': 409,
  'quality.weighs_nothing': 409,
  'quality.disputed_already': 409,
  'quality.no_such_dispute': 404,
  'quality.decided_already': 409,
  'quality.own_review': 403,
  'quality.no_such_calibration': 404,
  'quality.no_such_contact': 422,
  'quality.no_such_reviewer': 422,
  'quality.judged_already': 409,
  'quality.calibration_closed': 409,
  'quality.calibration_open': 409,
  'quality.part_done': 409,
  'quality.too_few_done': 409,
  'quality.lesson_taken': 409,
  'quality.wrong_key': 422,
  'quality.no_such_lesson': 404,
  'quality.no_such_learner': 422,
  'quality.given_already': 409,
  'quality.day_is_over': 422,
  'quality.no_such_assignment': 404,
  'quality.lesson_over': 409,
  'quality.tried_enough': 429,
  'quality.checklist_taken': 409,
  'quality.point_twice': 422,
  'quality.no_such_checklist': 404,
  'quality.no_such_audit': 404,
  'quality.audit_finished': 409,
  'quality.no_such_point': 422,
  'quality.under_way': 409,
  'quality.no_such_evidence': 404,
  'quality.no_evidence': 409,
  'quality.no_such_person': 422,
  'quality.no_such_step': 404,
  'quality.ends_before': 422,
  'quality.no_such_round': 404,
  'quality.round_closed': 409,
  'quality.no_such_task': 404,
  'quality.not_yet': 422,
  'quality.nobody_answered': 422,
});
