export {
  type AttributeLoad,
  type AttributeType,
  ensureAttributes,
  removeAttributes,
} from './ensure-attributes.ts';
