import sanitize, { type IOptions } from 'sanitize-html';
import { MAX_HTML_DEPTH } from '../limits.ts';
import { allowedStyles } from './allowed-styles.ts';
import { cleanElement, HIDDEN } from './clean-element.ts';

const allowedTags = (
  'a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i ' +
  'img ins kbd li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead ' +
  'tr tt u ul'
).split(' ');

const cell = ['align', 'valign', 'colspan', 'rowspan', 'width', 'height', 'bgcolor'];

const options: IOptions & { logger: object } = {
  allowedTags,
  allowedAttributes: {
    '*': ['style', 'dir', 'align', HIDDEN],
    a: ['href', 'target', 'rel'],
    img: ['src', 'data-src', 'alt', 'width', 'height'],
    blockquote: ['data-quote'],
    div: ['data-signature'],
    font: ['color', 'size'],
    ol: ['start'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'bgcolor'],
    td: cell,
    th: cell,
  },
  allowedStyles: { '*': allowedStyles },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowProtocolRelative: false,
  // The words of these are no words of the message.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'title'],
  exclusiveFilter: ({ attribs }) => HIDDEN in attribs,
  nestingLimit: MAX_HTML_DEPTH,
  transformTags: { '*': cleanElement },
  // It would write to the console what it thinks of a stranger's styles.
  logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
};

/**
 * The HTML of a message as it may stand in a page: no scripts, forms, frames, style sheets or
 * positions. `cid:` names a picture of the message; pictures from elsewhere wait in `data-src`;
 * `data-quote` and `data-signature` mark what the writer's program quoted and signed.
 */
export function sanitiseHtml(html: string): string {
  return sanitize(html, options);
}
