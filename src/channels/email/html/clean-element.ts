import type { Attributes, Tag } from 'sanitize-html';

/** What an element carries that nobody sees: it goes with all that is in it. */
export const HIDDEN = 'data-hidden';

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0)/i;
const hideable = new Set('div span p td tr table img font center'.split(' '));

/** Outlook's longest have some 300 characters. */
const LONGEST_STYLE = 2000;

/** Frames of a quotation: programs mark theirs, and a bare one indents the writer's own words. */
const quoteClass = /quote|cite/i;
const indent = /margin[^;]*40px/i;
const signature = /gmail_signature|moz-signature|applemailsignature|ms-outlook-mobile-signature/i;

/**
 * What becomes of an element before the list of the allowed is applied: pictures from elsewhere are
 * held back (`data-src`), spies and what is hidden go, quotations and signatures are marked.
 */
export function cleanElement(tagName: string, given: Attributes): Tag {
  const attribs = withoutMarks(given);
  const style = attribs['style'] ?? '';
  if (style.length > LONGEST_STYLE) return cleanElement(tagName, { ...attribs, style: '' });
  if (hideable.has(tagName) && hidingStyle.test(style)) return hidden(tagName);
  if (tagName === 'img') return picture(attribs);
  if (tagName === 'a') return link(attribs);
  if (tagName === 'p' && isTight(attribs)) return { tagName: 'div', attribs };
  if (tagName === 'blockquote') {
    return {
      tagName,
      attribs: isQuotation(attribs) ? { ...attribs, 'data-quote': 'yes' } : attribs,
    };
  }
  const marks = [attribs['class'], attribs['id'], attribs['data-smartmail']].join(' ');
  if (
    tagName === 'div' &&
    (signature.test(marks) || attribs['data-signature-widget'] === 'container')
  ) {
    return { tagName, attribs: { ...attribs, 'data-signature': 'yes' } };
  }
  return { tagName, attribs: withNumbers(attribs) };
}

/** A sender does not tell us what to hide. */
function withoutMarks(attribs: Attributes): Attributes {
  const own = [HIDDEN, 'data-quote', 'data-signature'];
  if (!own.some((name) => name in attribs)) return attribs;
  return Object.fromEntries(Object.entries(attribs).filter(([name]) => !own.includes(name)));
}

const hidden = (tagName: string): Tag => ({ tagName, attribs: { [HIDDEN]: 'yes' } });

function isQuotation(attribs: Attributes): boolean {
  const { style = '', type = '' } = attribs;
  if (type === 'cite' || quoteClass.test(attribs['class'] ?? '')) return true;
  return /border-left/i.test(style) || !indent.test(style);
}

/** Outlook writes each line as a paragraph without a margin. */
const isTight = (attribs: Attributes) =>
  /mso(?:normal|plaintext)/i.test(attribs['class'] ?? '') ||
  /(?:^|;)\s*margin\s*:\s*0[a-z]{0,2}\s*(?:;|$)/i.test(attribs['style'] ?? '');

function picture(attribs: Attributes): Tag {
  if (isSpy(attribs)) return hidden('img');
  const { src = '', alt = '' } = attribs;
  const kept = withNumbers({ alt, width: attribs['width'] ?? '', height: attribs['height'] ?? '' });
  const address = src.trim();
  if (/^cid:/i.test(address)) return { tagName: 'img', attribs: { ...kept, src: address } };
  if (/^data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]*$/i.test(address)) {
    return { tagName: 'img', attribs: { ...kept, src: address } };
  }
  const remote = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\//i.test(remote))
    return alt === '' ? hidden('img') : { tagName: 'img', attribs: kept };
  return { tagName: 'img', attribs: { ...kept, 'data-src': remote } };
}

/** A picture of a point or two is no picture: it tells its sender that the message was opened. */
function isSpy(attribs: Attributes): boolean {
  const sides = [attribs['width'], attribs['height']].filter((side) => side !== undefined);
  const isPoint = sides.length > 0 && sides.every((side) => /^\s*[0-2](?:px)?\s*$/.test(side));
  return (
    isPoint ||
    /(?:^|[;\s])(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:!|;|$)/i.test(attribs['style'] ?? '')
  );
}

function link(attribs: Attributes): Tag {
  const href = (attribs['href'] ?? '').trim();
  const isSound = /^(?:https?:\/\/|mailto:|tel:)/i.test(href);
  const target = { target: '_blank', rel: 'noopener noreferrer nofollow' };
  return { tagName: 'a', attribs: isSound ? { href, ...target } : {} };
}

/** Counts and sizes are numbers; a table of a million columns stops a browser. */
function withNumbers(attribs: Attributes): Attributes {
  const numbers = [
    'width',
    'height',
    'colspan',
    'rowspan',
    'border',
    'cellpadding',
    'cellspacing',
    'start',
  ];
  const isKept = ([name, value]: [string, string]) =>
    !numbers.includes(name) || /^\s*\d{1,3}(?:px|%)?\s*$/.test(value);
  return Object.fromEntries(Object.entries(attribs).filter(isKept));
}
