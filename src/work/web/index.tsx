import { Tag, Tags } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { defineLookup, fillWith, later } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

export type { Attribute } from './attributes/attribute.ts';
export type { AttributeValue } from './attributes/attribute-input.tsx';
export { OthersLine } from './attention/others-line.tsx';
export { useAttention } from './attention/use-attention.ts';
export { OtherDraft } from './drafts/other-draft.tsx';
export { type DraftHandle, useDraft } from './drafts/use-draft.ts';
export { LabelChips, LabelDot, type ShownLabel } from './labels/label-chip.tsx';
export { useLabels } from './labels/use-labels.ts';
export { useAttributes } from './attributes/use-attributes.ts';

/** What has attributes, by its list's name; whoever fills `attributeHolders` adds it here. */
export const attributeEntities = defineLookup<{ labelKey: string; order: number }>(
  'work.attributeEntities',
);

/** A field for one attribute's value, after its type. */
export const AttributeInput = later(
  async () => (await import('./attributes/attribute-input.tsx')).AttributeInput,
);

/** Puts labels on something and takes them off. */
export const LabelDialog = later(
  async () => (await import('./labels/label-dialog.tsx')).LabelDialog,
);

const labels = { labelKey: 'work:labels.title', icon: Tag, permission: 'work.labels' } as const;
const permission = 'work.attributes';
const entry = { labelKey: 'work:attributes.title', icon: Tags, permission } as const;

export const web = defineWeb({
  domain: 'work',
  routes: [
    {
      path: '/settings/attributes',
      permission,
      lazy: () => import('./attributes/attributes-page.tsx'),
    },
    {
      path: '/settings/labels',
      permission: labels.permission,
      lazy: () => import('./labels/labels-page.tsx'),
    },
  ],
  commands: [
    { id: 'settings-attributes', path: '/settings/attributes', ...entry },
    { id: 'settings-labels', path: '/settings/labels', ...labels },
  ],
  fills: [
    fillWith(settingsPages, {
      attributes: { ...entry, group: 'work', order: 1 },
      labels: { ...labels, group: 'work', order: 2 },
    }),
  ],
});
