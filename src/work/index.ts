export { attributeHolders } from './attribute-holders.ts';
export { ensureAttributes, removeAttributes } from './ensure-attributes.ts';
