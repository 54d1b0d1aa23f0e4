import { Tags } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { defineLookup, fillWith, later } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';

export type { Attribute } from './attributes/attribute.ts';
export type { AttributeValue } from './attributes/attribute-input.tsx';
export { useAttributes } from './attributes/use-attributes.ts';

/** What has attributes, by its list's name; whoever fills `attributeHolders` adds it here. */
export const attributeEntities = defineLookup<{ labelKey: string; order: number }>(
  'work.attributeEntities',
);

/** A field for one attribute's value, after its type. */
export const AttributeInput = later(
  async () => (await import('./attributes/attribute-input.tsx')).AttributeInput,
);

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
  ],
  commands: [{ id: 'settings-attributes', path: '/settings/attributes', ...entry }],
  fills: [fillWith(settingsPages, { attributes: { ...entry, group: 'work', order: 1 } })],
});
