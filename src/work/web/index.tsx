import { MessageSquareQuote, Tag, Tags } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { overlaySlot } from '../../ui/shell/slots.ts';
import { defineLookup, fill, fillWith, later } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

export type { Attribute } from './attributes/attribute.ts';
export type { AttributeValue } from './attributes/attribute-input.tsx';
export { OthersLine } from './attention/others-line.tsx';
export { useAttention } from './attention/use-attention.ts';
export { MissedBox, MissedWords, UnfilledLine } from './drafts/missed-box.tsx';
export { DraftFileList } from './drafts/draft-file-list.tsx';
export { OtherDraft } from './drafts/other-draft.tsx';
export type { KeptFile } from './drafts/file-store.ts';
export { type DraftHandle, useDraft } from './drafts/use-draft.ts';
export { calledIn, MentionField, type Called } from './mentions/mention-field.tsx';
export { taskKinds } from './slots.ts';
export { taskPath } from './tasks/task-path.ts';
export { taskListPaths } from './tasks/use-tasks.ts';
export { useTaskCount } from './tasks/use-task-count.ts';
export { MentionList } from './mentions/mention-list.tsx';
export { useMentions } from './mentions/use-mentions.ts';
export { useVariables } from './templates/use-variables.ts';
export { TemplateField } from './templates/template-field.tsx';
export { unfilledIn } from './templates/template-words.ts';
export { LabelButton } from './labels/label-button.tsx';
export { LabelCell } from './labels/label-cell.tsx';
export { LabelChips, LabelDot, type ShownLabel } from './labels/label-chip.tsx';
export { useLabels } from './labels/use-labels.ts';
export type { BulkList } from './bulk/client.ts';
export { useBulkActions } from './bulk/use-bulk-actions.tsx';
export { useAttributes } from './attributes/use-attributes.ts';

/** What has attributes, by its list's name; whoever fills `attributeHolders` adds it here. */
export const attributeEntities = defineLookup<{ labelKey: string; order: number }>(
  'work.attributeEntities',
);

/** One's own changes of many rows of a list, each with its way back for a month. */
export const PastChanges = later<{ entity: string }>(
  async () => (await import('./bulk/past-changes.tsx')).PastChanges,
);

/** Words that are said to many, with the variables among them. */
export const TemplateText = later(
  async () => (await import('./templates/template-text.tsx')).TemplateText,
);

/** The queue of tasks at the desk, the one in hand, and whom it is for. */
export const TaskList = later<{
  openTask: string | null;
  keys: { next: string; previous: string };
  empty: { title: string; text: string };
}>(async () => (await import('./tasks/task-list.tsx')).TaskList);
export const NextTask = later(async () => (await import('./tasks/next-task.tsx')).NextTask);
export const OpenTask = later<{ task: string; backTo: string }>(
  async () => (await import('./tasks/open-task.tsx')).OpenTask,
);
export const TaskCard = later<{ task: string }>(
  async () => (await import('./tasks/open-task.tsx')).TaskCard,
);

/** A field for one attribute's value, after its type. */
export const AttributeInput = later(
  async () => (await import('./attributes/attribute-input.tsx')).AttributeInput,
);

const labels = { labelKey: 'work:labels.title', icon: Tag, permission: 'work.labels' } as const;
const templates = { labelKey: 'work:templates.title', icon: MessageSquareQuote } as const;
const permission = 'work.attributes';
const entry = { labelKey: 'work:attributes.title', icon: Tags, permission } as const;

export const web = defineWeb({
  domain: 'work',
  routes: [
    { path: '/', lazy: () => import('./home/home-page.tsx') },
    {
      path: '/settings/attributes',
      permission,
      lazy: () => import('./attributes/attributes-page.tsx'),
    },
    { path: '/settings/templates', lazy: () => import('./templates/templates-page.tsx') },
    {
      path: '/settings/labels',
      permission: labels.permission,
      lazy: () => import('./labels/labels-page.tsx'),
    },
  ],
  commands: [
    { id: 'settings-attributes', path: '/settings/attributes', ...entry },
    { id: 'settings-templates', path: '/settings/templates', ...templates },
    { id: 'settings-labels', path: '/settings/labels', ...labels },
  ],
  fills: [
    fillWith(settingsPages, {
      attributes: { ...entry, group: 'work', order: 1 },
      labels: { ...labels, group: 'work', order: 2 },
      templates: { ...templates, group: 'me', order: 4 },
    }),
    fill(overlaySlot, {
      id: 'mentions',
      Piece: later(async () => (await import('./mentions/mention-notice.tsx')).MentionNotice),
    }),
  ],
});
