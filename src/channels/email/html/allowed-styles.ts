const colour = /^(?:#[\da-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s,.%/]{5,40}\))$/i;
/** Up to two digits before the point: nothing so large that it leaves the box or hides a page. */
const small = /^\d{1,2}(?:\.\d{1,3})?(?:px|pt|em|rem|%)?$/;
const smallSides = /^(?:\d{1,2}(?:\.\d{1,3})?(?:px|pt|em|rem|%)?\s*){1,4}$/;
const line =
  /^(?:(?:none|solid|dashed|dotted|double|\d(?:\.\d)?(?:px|pt)?|#[\da-f]{3,8}|[a-z]{3,20})\s*){1,3}$/i;
const fontSize =
  /^(?:[6-9]|[1-3]\d)(?:\.\d{1,3})?(?:px|pt)$|^(?:small|medium|large|smaller|larger|x-small|x-large)$/;

/** What an author may say of looks. No place, size, layer, picture or address is among it. */
export const allowedStyles = {
  color: [colour],
  'background-color': [colour],
  background: [colour],
  'font-weight': [/^(?:bold|bolder|normal|lighter|\d00)$/],
  'font-style': [/^(?:italic|normal|oblique)$/],
  'font-size': [fontSize],
  'text-decoration': [/^(?:underline|line-through|none)$/],
  'text-align': [/^(?:left|right|center|justify)$/],
  'vertical-align': [/^(?:top|middle|bottom|baseline|sub|super)$/],
  'white-space': [/^(?:normal|pre-wrap|pre-line)$/],
  'list-style-type': [/^[a-z-]{3,20}$/],
  'border-collapse': [/^(?:collapse|separate)$/],
  border: [line],
  'border-left': [line],
  'border-right': [line],
  'border-top': [line],
  'border-bottom': [line],
  padding: [smallSides],
  'padding-left': [small],
  'padding-right': [small],
  'padding-top': [small],
  'padding-bottom': [small],
};
