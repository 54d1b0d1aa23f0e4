import { defineErrors } from '../kernel/api/define.ts';

export const workErrors = defineErrors({
  'work.view_not_found': 404,
  'work.view_not_shareable': 403,
  'work.too_many_views': 409,
  'work.unknown_entity': 422,
  'work.attribute_not_found': 404,
  'work.attribute_label_taken': 409,
  'work.choices_needed': 422,
  'work.value_misfit': 422,
  'work.attribute_undefined': 422,
  'work.too_many_attributes': 409,
  'work.too_many_fast_attributes': 409,
  'work.record_not_found': 404,
  'work.label_not_found': 404,
  'work.label_name_taken': 409,
  'work.label_cannot_merge': 409,
  'work.too_many_labels': 409,
  'work.too_many_labels_on_one': 409,
});
