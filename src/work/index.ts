export { attributeHolders } from './attribute-holders.ts';
export { checkValues } from './check-values.ts';
export {
  type AttributeLoad,
  type AttributeType,
  ensureAttributes,
  removeAttributes,
} from './ensure-attributes.ts';
export { type DraftFile, takeDraftFiles } from './drafts/draft-files.ts';
export { endDraft } from './drafts/keep-draft.ts';
export { forgetWriting, hasDraft, ownDrafts } from './drafts/read-drafts.ts';
export { forgetViews } from './forget-views.ts';
export { bearsLabel, labelsOf } from './labels/labels-of.ts';
export type { ShownLabel } from './labels/label.ts';
export { labelField } from './labels/label-field.ts';
export {
  areLabels,
  type LabelChange,
  type LabelsChanged,
  setLabels,
  setLabelsOfMany,
} from './labels/set-labels.ts';
export { type WorkHolder, workHolders } from './work-holders.ts';
export { followMentions } from './mentions/follow-mentions.ts';
export { mention } from './mentions/mention.ts';
export { type News, tellNews } from './mentions/tell-news.ts';
export { type HomeCard, homeCards, MOST_COUNTED, MOST_HOME_ROWS } from './home/home-cards.ts';
export { type OpenTask, type Resting, type TaskSource, taskSources } from './tasks/task-sources.ts';
export { fillText } from './templates/fill-text.ts';
export {
  personalVariable,
  type TemplateVariables,
  templateVariables,
  unknownVariable,
} from './templates/template-variables.ts';
export { type BulkHolder, bulkHolders, type Difference } from './bulk/bulk-holder.ts';
export { bulkHandlers } from './bulk/bulk-handlers.ts';
export { forgetBulkRows } from './bulk/forget-bulk-rows.ts';
