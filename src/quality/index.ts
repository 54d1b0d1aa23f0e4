export { bulkDraw, type CardInUse, type DrawnContact } from './bulk/bulk-draw.ts';
export {
  bulkCalibrate,
  bulkJudge,
  type CalibrationLoad,
  type ReviewLoad,
} from './bulk/bulk-judge.ts';
export { type AssignmentLoad, bulkLearn } from './bulk/bulk-learn.ts';
export { type AuditLoad, bulkAudit, bulkRounds, type RoundLoad } from './bulk/bulk-look.ts';
