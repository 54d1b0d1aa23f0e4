import { expect, test } from 'vitest';
import { letterPage } from './letter-page.ts';
import { sanitiseHtml } from './sanitise-html.ts';

const spy = 'https://spy.example/who.gif?id=7';
const html = sanitiseHtml(
  `<p onclick="x()">Счёт<script>alert(1)</script></p><img src="${spy}" width="200" height="80">` +
    '<img src="cid:logo&amp;1"><img src="cid:script">',
);
const files = [
  { contentId: 'logo&1', contentType: 'image/png', content: Buffer.from('PNG') },
  { contentId: 'script', contentType: 'text/html', content: Buffer.from('<script>') },
];

test('what is within the letter is shown, and nothing from elsewhere until somebody asks', () => {
  const page = letterPage({ html, text: '', files }, false);
  expect(page).toContain('src="data:image/png;base64,UE5H"');
  expect(page).toContain('Счёт');
  expect(page).not.toMatch(/<script|onclick| src="(?!data:image)/);
  expect(letterPage({ html, text: '', files }, true)).toContain(` src="${spy}"`);
});

test('a letter of words alone is its words', () => {
  const page = letterPage({ html: null, text: '<b>5 > 3 & 2</b>', files: [] }, false);
  expect(page).toContain('<pre>&lt;b&gt;5 &gt; 3 &amp; 2&lt;/b&gt;</pre>');
});
