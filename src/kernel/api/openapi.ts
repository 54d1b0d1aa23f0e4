import { z } from 'zod';
import type { Wiring } from '../wiring.ts';
import type { Route } from './define.ts';
import { kernelErrors } from '../http/problem.ts';

type Schema = Record<string, unknown> & {
  properties?: Record<string, unknown>;
  required?: string[];
};

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: {
      type: 'string',
      description: 'What is wrong and what to do, in the language asked for',
    },
    status: { type: 'integer' },
    code: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const made = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' }) as Schema;
  delete made['$schema'];
  return made;
}

/** OpenAPI 3.1, made from the domains' routes: the same objects that the server mounts. */
export function openApiDocument(wirings: readonly Wiring[]): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { domain, api = {}, errors = {} } of wirings) {
    const statuses: Record<string, number> = { ...kernelErrors, ...errors };
    for (const [key, route] of Object.entries(api)) {
      const [method = '', path = ''] = key.split(' ');
      (paths[path] ??= {})[method.toLowerCase()] = operation(domain, method, path, route, statuses);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bereg', version: '1', license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'bereg.session_token' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(
  domain: string,
  method: string,
  path: string,
  route: Route,
  statuses: Record<string, number>,
): object {
  const input = schemaOf(route.input, 'input');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !names.includes(name));
  const isQuery = method === 'GET' || method === 'DELETE' || route.kind === 'upload';
  const parameter = (place: 'path' | 'query', name: string): object => ({
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? { type: 'string' },
  });
  const body = {
    ...input,
    properties: Object.fromEntries(rest),
    required: (input.required ?? []).filter((name) => !names.includes(name)),
  };
  return {
    tags: [domain],
    summary: route.summary,
    operationId: method.toLowerCase() + camelCase(path),
    'x-permission': route.permission,
    ...(route.keyScopes && { 'x-key-scopes': route.keyScopes }),
    security: route.permission === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
    parameters: [
      ...names.map((name) => parameter('path', name)),
      ...(isQuery ? rest.map(([name]) => parameter('query', name)) : []),
      ...(method === 'GET' || route.repeats === 'harmless' ? [] : [idempotencyKey]),
    ],
    ...(!isQuery && rest.length > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    ...(route.kind === 'upload' ? { requestBody: fileBody } : {}),
    responses: {
      [route.status ?? 200]: success(route),
      ...failures(route, statuses),
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Any unique text: a repeated call with the same key is answered, not done, again',
  schema: { type: 'string', maxLength: 200 },
};

const fileBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};

function success(route: Route): object {
  if (route.kind === 'download') return { description: 'A file' };
  return {
    description: 'Done',
    content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
  };
}

function failures(route: Route, statuses: Record<string, number>): Record<string, object> {
  const signedIn =
    route.permission === 'public' ? [] : ['kernel.not_signed_in', 'kernel.not_permitted'];
  const codes = ['kernel.invalid_input', ...signedIn, ...(route.errors ?? [])];
  const byStatus = Map.groupBy(codes, (code) => statuses[code] ?? 422);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.join(', '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

/** `/api/me/sign-out` as `ApiMeSignOut`. */
function camelCase(path: string): string {
  return path.replace(/[^a-z]+([a-z])?/gi, (_, first: string) => (first ?? '').toUpperCase());
}
