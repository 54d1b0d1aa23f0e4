export { attributeHolders } from './attribute-holders.ts';
export { checkValues } from './check-values.ts';
export {
  type AttributeLoad,
  type AttributeType,
  ensureAttributes,
  removeAttributes,
} from './ensure-attributes.ts';
export { forgetViews } from './forget-views.ts';
