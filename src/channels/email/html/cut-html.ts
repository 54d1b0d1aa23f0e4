import { MAX_TAGS } from '../limits.ts';

/** The start of an HTML text that can be read in bounded time: all of it, but for rare ones. */
export function cutHtml(html: string): string {
  let at = -1;
  for (let tags = 0; tags < MAX_TAGS; tags += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html;
  }
  return html.slice(0, at);
}
