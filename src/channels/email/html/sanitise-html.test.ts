import { describe, expect, test } from 'vitest';
import { readCorpus } from '../testing/corpus.ts';
import { dangersIn } from '../testing/dangers.ts';
import { htmlText } from './html-text.ts';
import { sanitiseHtml } from './sanitise-html.ts';

test('a hostile message keeps its words, and a picture that waits', async () => {
  const { text, quoted, html } = await readCorpus('html-hostile', 'LF');
  expect(dangersIn(html!)).toEqual([]);
  expect(html).not.toMatch(/spy\.example|steal|тайна|приманка/);
  expect(html).toContain(
    '<img alt="" width="300" data-src="https://pictures.example/photo.jpg" />',
  );
  expect(html).toContain('<p style="color:red">Интернета нет</p>');
  expect(html).toContain(
    '<a href="https://news.example/page" target="_blank" rel="noopener noreferrer nofollow">',
  );
  expect([text, quoted]).toEqual(['Интернета нет\n\nсюда новостьВойтитуда\nвторой день', '']);
});

describe('what is left of', () => {
  test.each([
    ['<img src="cid:a@b">', '<img alt="" src="cid:a@b" />'],
    ['<img src="//x.example/a.png">', '<img alt="" data-src="https://x.example/a.png" />'],
    ['<img src="/a.png" alt="схема">', '<img alt="схема" />'],
    ['<img src="/a.png">', ''],
    ['<img src="data:image/png;base64,AAAA">', '<img alt="" src="data:image/png;base64,AAAA" />'],
    ['<img src="data:image/svg+xml;base64,AAAA" alt="x">', '<img alt="x" />'],
    ['<img src="http://x.example/a" style="width:1px">', ''],
    ['<img data-src="javascript:a()" alt="x">', '<img alt="x" />'],
    ['<p style="margin-left:-999px;font-weight:bold">a</p>', '<p style="font-weight:bold">a</p>'],
    ['<p style="color:expression(alert(1))">a</p>', '<p>a</p>'],
    ['<p style="background:url(//x.example)">a</p>', '<p>a</p>'],
    ['<p style="font-size:900px">a</p>', '<p>a</p>'],
    ['<td colspan="1000000">a</td>', '<td>a</td>'],
    ['<b id="top" class="modal" data-hidden="yes">a</b>', '<b>a</b>'],
    [
      '<blockquote data-quote="yes" style="margin:0 0 0 40px">a</blockquote>',
      '<blockquote>a</blockquote>',
    ],
    ['<blockquote type="cite">a</blockquote>', '<blockquote data-quote="yes">a</blockquote>'],
    [
      '<a href="tel:+70000000001">a</a>',
      '<a href="tel:+70000000001" target="_blank" rel="noopener noreferrer nofollow">a</a>',
    ],
    ['<a href="//x.example">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<title>a</title><style>b</style><script>c</script>d', 'd'],
    ['<textarea><img src=x onerror=a()></textarea>d', 'd'],
    ['<noscript><p title="</noscript><img src=x onerror=a()>"></noscript>', '<p></p>'],
    ['&lt;script&gt;a&lt;/script&gt;', '&lt;script&gt;a&lt;/script&gt;'],
    ['<!--[if mso]><p>Outlook</p><![endif]-->a', 'a'],
  ])('%s', (html, clean) => {
    expect(sanitiseHtml(html)).toBe(clean);
    expect(dangersIn(clean)).toEqual([]);
  });
});

test('the check of dangers finds what it looks for', () => {
  const bad = [
    '<script>a</script>',
    '<p onclick="a()">a</p>',
    '<a href="javascript:a()">a</a>',
    '<img src="https://x.example/a.png" />',
    '<img src=x>',
    '<p style="position:fixed">a</p>',
    '<p style="background:url(x)">a</p>',
    '<img data-src="javascript:a" />',
    '<form>a</form>',
    'a < b',
  ];
  expect(bad.filter((html) => dangersIn(html).length === 0)).toEqual([]);
});

test.each([
  ['a list', '<ul><li>раз</li><li>два</li></ul>', ' * раз\n * два'],
  ['a table', '<table><tr><td>а</td><td>б</td></tr><tr><td>в</td></tr></table>', 'а б\nв'],
  ['a link', '<a href="https://x.example">сайт</a>', 'сайт'],
  ['hard blanks', 'а&nbsp;б', 'а\u00a0б'],
  ['a soft hyphen', 'ин&shy;тернет', 'интернет'],
  ['nothing', '', ''],
])('the words of %s', (_what, html, text) => {
  expect(htmlText(sanitiseHtml(html))).toBe(text);
});
