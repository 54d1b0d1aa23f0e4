import { z } from 'zod';
import type { Wiring } from '../wiring.ts';
import type { Route } from './define.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c,
  );

const style = `
  :root { color-scheme: light dark; --line: #8883; --soft: #8881; --teal: #0b7a6d }
  body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 900px; padding: 24px }
  h2 { margin: 32px 0 8px }
  details { border: 1px solid var(--line); border-radius: 6px; margin: 6px 0 }
  summary { padding: 8px 12px; cursor: pointer }
  code, pre { font: 12px/1.5 ui-monospace, monospace }
  pre { background: var(--soft); padding: 10px; overflow: auto; border-radius: 4px;
        margin: 6px 12px }
  summary b { color: var(--teal); display: inline-block; min-width: 56px } p { margin: 6px 12px }
  nav a { margin-right: 12px }`;

/** The API for people: every route with its permission, input, output and failures, on one page. */
export function referencePage(wirings: readonly Wiring[]): string {
  const domains = wirings.filter((wiring) => Object.keys(wiring.api ?? {}).length > 0);
  const links = domains.map(({ domain }) => `<a href="#${domain}">${domain}</a>`).join('');
  const chapters = domains.map(({ domain, api = {} }) => {
    const routes = Object.entries(api).map(([key, route]) => chapter(key, route));
    return `<h2 id="${domain}">${domain}</h2>${routes.join('')}`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bereg API</title>
<meta name="viewport" content="width=device-width"><style>${style}</style>
<h1>Bereg API</h1>
<p>Sign in with a personal API key: <code>Authorization: Bearer KEY</code>. Writes accept an
<code>Idempotency-Key</code>. Failures are problem details with a <code>code</code>.
The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav>${links}</nav>${chapters.join('')}</html>`;
}

function chapter(key: string, route: Route): string {
  const [method = '', path = ''] = key.split(' ');
  const failures = (route.errors ?? []).map((code) => `<code>${escape(code)}</code>`).join(' ');
  const title = `<b>${method}</b> <code>${escape(path)}</code> — ${escape(route.summary)}`;
  return `<details><summary>${title}</summary>
<p>Permission: <code>${escape(route.permission)}</code></p>
<p>Input</p>${shape(route.input, 'input')}
<p>Output</p>${route.kind === 'download' ? '<pre>a file</pre>' : shape(route.output, 'output')}
${failures ? `<p>Failures: ${failures}</p>` : ''}</details>`;
}

function shape(type: z.ZodType, io: 'input' | 'output'): string {
  const made = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  delete made['$schema'];
  return `<pre>${escape(JSON.stringify(made, null, 2))}</pre>`;
}
