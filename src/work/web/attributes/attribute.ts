export const attributeTypes = ['text', 'number', 'date', 'boolean', 'choice'] as const;
export type AttributeType = (typeof attributeTypes)[number];

export type Attribute = {
  id: number;
  key: string;
  label: string;
  type: AttributeType;
  choices: string[];
  isFast: boolean;
  indexState: 'none' | 'building' | 'ready';
  isArchived: boolean;
};
