const tags = new Set(
  (
    'a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i ' +
    'img ins kbd li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead ' +
    'tr tt u ul'
  ).split(' '),
);
const attributes = new Set(
  (
    'style dir align href target rel src data-src alt width height data-quote data-signature color ' +
    'size start border cellpadding cellspacing bgcolor valign colspan rowspan'
  ).split(' '),
);
const tag = /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)( ?\/)?>/g;

/**
 * What in a cleaned HTML could do harm, found by other means than those that cleaned it: whatever
 * is not text or a well-written tag of a short list with well-written attributes of another.
 */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const rest = html.replaceAll(tag, (whole, _slash, name: string, written: string) => {
    if (!tags.has(name)) found.push(whole);
    for (const [, attribute = '', value = ''] of written.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      if (!attributes.has(attribute) || isHarmful(attribute, value)) found.push(whole);
    }
    return '';
  });
  const loose = /[<>]/.exec(rest);
  return loose ? [...found, rest.slice(loose.index, loose.index + 40)] : found;
}

function isHarmful(attribute: string, value: string): boolean {
  if (attribute === 'href') return !/^(?:https?:\/\/|mailto:|tel:)/i.test(value);
  if (attribute === 'src')
    return !/^(?:cid:|data:image\/(?:png|jpe?g|gif|webp);base64,)/i.test(value);
  if (attribute === 'data-src') return !/^https?:\/\//i.test(value);
  if (attribute !== 'style') return false;
  return /position|url|expression|import|behavior|@|\\|-\d|z-index|float|\d{3,}px/i.test(value);
}
