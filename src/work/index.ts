export { attributeHolders } from './attribute-holders.ts';
export { type AttributeLoad, ensureAttributes, removeAttributes } from './ensure-attributes.ts';
