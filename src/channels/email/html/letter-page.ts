/** Pictures within the letter that are shown in its page; larger ones are files beside it. */
const MOST_INLINE_BYTES = 8 * 1024 * 1024;

type Picture = { contentId: string | null; contentType: string; content: Buffer };

export type Letter = {
  /** As `sanitiseHtml` leaves it; null where the letter is plain text. */
  html: string | null;
  /** Its words, of a letter without HTML. */
  text: string;
  files: readonly Picture[];
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? '');

const drawn = /^image\/(?:png|jpe?g|gif|webp|bmp)$/;

/**
 * A letter as its writer laid it out, as a page of its own. Pictures from elsewhere tell the sender
 * who looked and when, so that they are left out until somebody asks for them.
 */
export function letterPage(letter: Letter, hasRemotePictures: boolean): string {
  const body =
    letter.html === null
      ? `<pre>${escaped(letter.text)}</pre>`
      : withPictures(letter.html, letter.files, hasRemotePictures);
  return [
    '<!doctype html><meta charset="utf-8"><base target="_blank">',
    '<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;',
    'color:#1b2429;background:#fff}img{max-width:100%;height:auto}pre{white-space:pre-wrap}</style>',
    body,
  ].join('');
}

function withPictures(html: string, files: readonly Picture[], hasRemote: boolean): string {
  let leftBytes = MOST_INLINE_BYTES;
  const inline = html.replaceAll(/ src="cid:([^"]*)"/g, (_, name: string) => {
    const contentId = name.replaceAll('&amp;', '&');
    const file = files.find((one) => one.contentId === contentId);
    if (!file || !drawn.test(file.contentType) || file.content.length > leftBytes) return '';
    leftBytes -= file.content.length;
    return ` src="data:${file.contentType};base64,${file.content.toString('base64')}"`;
  });
  return hasRemote ? inline.replaceAll(' data-src="', ' src="') : inline;
}
