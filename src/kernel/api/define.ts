import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteKey = `${Method} /${string}`;

/**
 * `public` needs no sign-in, `signed-in` any staff member, `me` a session or a key with that scope,
 * else the named permission.
 */
export type Permission = 'public' | 'signed-in' | 'me' | `${string}.${string}`;

export type Route = {
  summary: string;
  permission: Permission;
  /** Of a `signed-in` route that tells of others: a key asks it only with one of these scopes. */
  keyScopes?: readonly string[];
  /** Of a `signed-in` route that tells one of oneself alone: also for those who work elsewhere. */
  isOneself?: true;
  /** Path parameters, query and body together; the mount knows which part comes from where. */
  input: z.ZodType;
  output: z.ZodType;
  /** Codes of the failures that this route may answer with. */
  errors?: readonly string[];
  /**
   * `json` by default. `upload` streams one multipart file beside the input; `download` answers
   * with a file or page.
   */
  kind?: 'json' | 'upload' | 'download';
  /** Most calls a minute from one address; a general limit holds where none is given. */
  perMinute?: number;
  /** Answered with this status instead of 200. */
  status?: 201 | 202;
  /** The answer holds a secret that is shown once: it is not kept for a repeat of the call. */
  isSecret?: boolean;
  /** The input holds a password: a repeat is told by what nobody can guess it from. */
  takesSecret?: boolean;
  /**
   * Why no `Idempotency-Key` is looked at here though the method writes: `harmless` where nothing
   * is changed, `own` where the handler finds repeats itself.
   */
  repeats?: 'harmless' | 'own';
  /** May be called from pages of other sites (the site form). Only for public routes. */
  isCrossOrigin?: boolean;
};

export type Api = Record<RouteKey, Route>;

/** Declares a domain's routes; the one description that server, web and OpenAPI read. */
export function defineApi<const A extends Api>(api: A): A {
  return api;
}

/** Failure code → HTTP status, for every failure a domain can answer with. */
type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 421 | 422 | 429;

export type ErrorTable = Record<string, ErrorStatus>;

export function defineErrors<const E extends ErrorTable>(errors: E): E {
  return errors;
}
