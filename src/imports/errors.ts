import { defineErrors } from '../kernel/api/define.ts';

export const importErrors = defineErrors({
  'imports.not_found': 404,
  'imports.wrong_state': 409,
  'imports.no_such_preset': 422,
  'imports.mapping_length': 422,
  'imports.wrong_target': 422,
  'imports.target_twice': 422,
  'imports.key_not_mapped': 422,
  'imports.sheet_missing': 422,
  'imports.file_empty': 422,
  'imports.file_gone': 410,
  'imports.file_cut_short': 422,
  'imports.file_too_large': 413,
  'imports.not_a_workbook': 415,
  'imports.workbook_old': 415,
  'imports.workbook_binary': 415,
  'imports.workbook_locked': 415,
  'imports.rows_disordered': 415,
  'imports.workbook_too_large': 413,
  'imports.too_many_columns': 422,
});
