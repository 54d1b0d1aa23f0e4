import { beforeAll, describe, expect, it } from 'vitest';
import { loadWirings } from '../../wirings.ts';
import { kernelErrors } from '../http/problem.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Wiring } from '../wiring.ts';
import type { Route } from './define.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

type Operation = {
  operationId: string;
  summary: string;
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: object;
  responses: Record<string, { description: string }>;
};

let wirings: readonly Wiring[];
let routes: { key: string; route: Route }[];
let paths: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  wirings = await loadWirings();
  routes = wirings.flatMap(({ api = {} }) =>
    Object.entries(api).map(([key, route]) => ({ key, route })),
  );
  ({ paths } = openApiDocument(wirings) as { paths: typeof paths });
});

const operations = (): Operation[] => Object.values(paths).flatMap((path) => Object.values(path));

describe('the OpenAPI document', () => {
  it('has every route, each under a name of its own, with permission and failures', () => {
    expect(operations()).toHaveLength(routes.length);
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(routes.length);
    for (const { key, route } of routes) {
      const [method = '', path = ''] = key.split(' ');
      const operation = paths[path]?.[method.toLowerCase()];
      expect(operation, key).toMatchObject({
        'x-permission': route.permission,
        summary: route.summary,
      });
      const told = Object.values(operation?.responses ?? {}).map(({ description }) => description);
      for (const code of route.errors ?? []) expect(told.join(', '), key).toContain(code);
    }
  });

  it('declares each part of a path as a parameter that is required', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((one) => one.in === 'path' && one.required);
        expect(inPath.map(({ name }) => name).toSorted(), path).toEqual(names.toSorted());
        for (const { schema } of parameters) expect(schema, path).toBeTypeOf('object');
      }
    }
  });

  it('refers to nothing that it does not hold', () => {
    const document = openApiDocument(wirings);
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, at]) => at ?? '');
    for (const reference of new Set(references)) {
      const found = reference
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document);
      expect(found, reference).toBeTypeOf('object');
    }
  });
});

describe('a failure that a route declares', () => {
  it('has a status and words in Russian and in English', () => {
    const statuses: Record<string, number> = Object.assign(
      {},
      kernelErrors,
      ...wirings.map(({ errors = {} }) => errors),
    );
    const texts = loadTexts(wirings.map(({ domain }) => domain));
    const declared = routes.flatMap(({ route }) => route.errors ?? []);
    const codes = new Set([
      ...declared,
      ...Object.keys(statuses),
      'kernel.bug',
      'kernel.unavailable',
    ]);
    for (const code of codes) {
      if (!code.endsWith('.bug') && !code.endsWith('.unavailable')) {
        expect(statuses[code], code).toBeGreaterThanOrEqual(400);
      }
      const [domain = '', ...rest] = code.split('.');
      const key = `${domain}:errors.${rest.join('.')}`;
      expect(texts.ru.getResource('ru', domain, `errors.${rest.join('.')}`), code).toMatch(
        /[а-яё]/i,
      );
      expect(texts.en.exists(key), code).toBe(true);
    }
  });
});

describe('the reference page', () => {
  it('shows every route with its permission and each failure', () => {
    const page = referencePage(wirings);
    for (const { key, route } of routes) {
      expect(page, key).toContain(key.split(' ')[1]);
      expect(page, key).toContain(route.permission);
      for (const code of route.errors ?? []) expect(page, key).toContain(`<code>${code}</code>`);
    }
  });
});
