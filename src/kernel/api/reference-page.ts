import { z } from 'zod';
import type { Wiring } from '../wiring.ts';
import type { Route } from './define.ts';
import { referenceStyle } from './reference-style.ts';
import { shapeText, type Schema } from './shape-text.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c,
  );

/** The API for people: every route with its permission, input, output and failures, on one page. */
export function referencePage(wirings: readonly Wiring[]): string {
  const chapters = wirings
    .map(({ domain, api = {} }) => ({ domain, routes: Object.entries(api) }))
    .filter(({ routes }) => routes.length > 0);
  const links = chapters.map(
    ({ domain, routes }) => `<a href="#${domain}">${domain} <span>${routes.length}</span></a>`,
  );
  const parts = chapters.map(
    ({ domain, routes }) =>
      `<h2 id="${domain}">${domain}</h2>
<section aria-labelledby="${domain}">${routes.map(([key, route]) => routePart(key, route)).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bereg API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/mark.svg" type="image/svg+xml"><style>${referenceStyle}</style></head>
<body><nav aria-label="Domains" tabindex="0"><b>Bereg API</b>${links.join('')}</nav>
<main><h1>Everything a screen does, a program can do</h1>
<p>Sign in with a personal API key: <code>Authorization: Bearer KEY</code>. Writes accept an
<code>Idempotency-Key</code>. Failures are problem details with a <code>code</code>. For programs:
<a href="/api/openapi.json">openapi.json</a>.</p>
${parts.join('')}</main></body></html>`;
}

function routePart(key: string, route: Route): string {
  const [method = '', path = ''] = key.split(' ');
  const failures = (route.errors ?? []).map((code) => `<code>${escape(code)}</code>`).join(' ');
  return `<details><summary><b class="method ${method}">${method}</b> <code>${escape(path)}</code>
<span>${escape(route.summary)}</span></summary>
<dl><dt class="line">Permission</dt><dd><code>${escape(route.permission)}</code></dd>
<dt>Input</dt><dd>${shape(route.input, 'input')}</dd>
<dt>Output</dt><dd>${route.kind === 'download' ? '<pre>a file</pre>' : shape(route.output, 'output')}</dd>
${failures ? `<dt class="line">Failures</dt><dd>${failures}</dd>` : ''}</dl></details>`;
}

function shape(type: z.ZodType, io: 'input' | 'output'): string {
  const made = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  return `<pre tabindex="0">${escape(shapeText(made))}</pre>`;
}
