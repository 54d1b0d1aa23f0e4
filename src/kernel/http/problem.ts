import type { FastifyReply } from 'fastify';
import type { i18n } from 'i18next';
import type { z } from 'zod';
import { failureText } from '../i18n/texts.ts';
import type { Failure } from '../result.ts';
import type { ErrorTable } from '../api/define.ts';

/** Failures that any route can answer with. */
export const kernelErrors: ErrorTable = {
  'kernel.invalid_input': 422,
  'kernel.not_signed_in': 401,
  'kernel.not_permitted': 403,
  'kernel.not_found': 404,
  'kernel.too_many_requests': 429,
  'kernel.too_many_streams': 429,
  'kernel.too_large': 413,
  'kernel.wrong_content_type': 415,
  'kernel.unknown_host': 421,
  'kernel.still_running': 409,
  'kernel.key_reused': 409,
  'kernel.answered_once': 409,
  'kernel.cross_site': 403,
  'kernel.no_file': 422,
  'kernel.unknown_field': 422,
  'kernel.bad_condition': 422,
  'kernel.bad_cursor': 422,
  'kernel.sort_too_wide': 422,
  'kernel.hidden_now': 403,
  'kernel.filter_too_wide': 422,
  'kernel.export_busy': 429,
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  fields?: Record<string, string>;
};

/** A failure as problem details (RFC 9457), in the reader's language. */
export function toProblem(failure: Failure, status: number, texts: i18n): Problem {
  return {
    type: `/api#error-${failure.code}`,
    title: failureText(texts, failure.code, failure.params),
    status,
    code: failure.code,
    ...(failure.fields && {
      fields: Object.fromEntries(
        Object.entries(failure.fields).map(([field, code]) => [
          field,
          failureText(texts, code, failure.params),
        ]),
      ),
    }),
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** What Zod found, as a failure with a code per field. */
export function invalidInput(error: z.ZodError): Failure {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    fields[field] ??= fieldCode(issue);
  }
  return { code: 'kernel.invalid_input', fields };
}

function fieldCode(issue: z.core.$ZodIssue): string {
  // A schema's own check names its failure by its code: `subscribers.bad_phone`.
  if (/^[a-z]+\.[a-z_]+$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small' && issue.minimum === 1) return 'kernel.missing_field';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'kernel.missing_field';
  if (issue.code === 'too_big') return 'kernel.too_long';
  return 'kernel.invalid_field';
}
