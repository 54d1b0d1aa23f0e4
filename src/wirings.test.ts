import { beforeAll, describe, expect, it } from 'vitest';
import { loadWirings } from './wirings.ts';
import { kernelErrors } from './kernel/http/problem.ts';
import { loadTexts } from './kernel/i18n/texts.ts';
import type { Wiring } from './kernel/wiring.ts';
import type { Route } from './kernel/api/define.ts';
import { openApiDocument } from './kernel/api/openapi.ts';
import { referencePage } from './kernel/api/reference-page.ts';

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
    expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(routes.length);
    const untold = routes.filter(({ key, route }) => {
      const [method = '', path = ''] = key.split(' ');
      const operation = paths[path]?.[method.toLowerCase()];
      const told = Object.values(operation?.responses ?? {})
        .map(({ description }) => description)
        .join(', ');
      const isWhole =
        operation?.['x-permission'] === route.permission && operation.summary === route.summary;
      return !isWhole || !(route.errors ?? []).every((code) => told.includes(code));
    });
    expect(untold.map(({ key }) => key)).toEqual([]);
  });

  it('declares each part of a path as a parameter that is required', () => {
    const wrong = Object.entries(paths).filter(([path, methods]) => {
      const names = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      return Object.values(methods).some(({ parameters }) => {
        const inPath = parameters.filter((one) => one.in === 'path' && one.required);
        return inPath.length !== names.size || inPath.some(({ name }) => !names.has(name));
      });
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('refers to nothing that it does not hold', () => {
    const document = openApiDocument(wirings);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, at]) => at ?? '',
    );
    const lost = [...new Set(references)].filter((reference) => {
      const steps = reference.split('/');
      const found = steps.reduce<unknown>(
        (part, name) => (part as Record<string, unknown> | undefined)?.[name],
        document,
      );
      return typeof found !== 'object';
    });
    expect(lost).toEqual([]);
  });
});

describe('a failure that a route declares', () => {
  it('has a status and words in Russian and in English', () => {
    const tables = [kernelErrors, ...wirings.map(({ errors = {} }) => errors)];
    const known = new Set(tables.flatMap((table) => Object.keys(table)));
    const declared = routes.flatMap(({ route }) => route.errors ?? []);
    expect(declared.filter((code) => !known.has(code))).toEqual([]);
    const texts = loadTexts(wirings.map(({ domain }) => domain));
    const speechless = [...known, 'kernel.bug', 'kernel.unavailable'].filter((code) => {
      const [domain = '', ...rest] = code.split('.');
      const russian: unknown = texts.ru.getResource('ru', domain, `errors.${rest.join('.')}`);
      const english: unknown = texts.en.getResource('en', domain, `errors.${rest.join('.')}`);
      return !/[а-яё]/i.test(String(russian)) || !/^[^а-яё]{4}/i.test(String(english));
    });
    expect(speechless).toEqual([]);
  });
});

describe('the reference page', () => {
  it('shows every route with its permission and each failure', () => {
    const page = referencePage(wirings);
    const hidden = routes.filter(({ key, route }) => {
      const shown = [key.split(' ')[1] ?? '', route.permission, ...(route.errors ?? [])];
      return !shown.every((text) => page.includes(`<code>${text}</code>`));
    });
    expect(hidden.map(({ key }) => key)).toEqual([]);
  });
});
