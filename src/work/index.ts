export { type AttributeHolder, attributeHolders } from './attribute-holders.ts';
export {
  type AttributeLoad,
  type AttributeType,
  ensureAttributes,
  removeAttributes,
} from './ensure-attributes.ts';
