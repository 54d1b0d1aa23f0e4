import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Actor, Ctx } from '../context.ts';
import type { Door } from '../http/door.ts';
import { recognisers } from '../http/entrance.ts';
import { languageOf } from '../http/failures.ts';
import { idempotencyKeyOf } from '../http/idempotency.ts';
import { chooseOperator } from './choose-operator.ts';
import type { OpenOperator } from './operator.ts';

/** Whom a request means, and who asks. */
export type Entry = {
  /** Whom a host's name means; null where nobody works under it. */
  operatorNamed: (host: string) => OpenOperator | null;
  operatorOf: (request: FastifyRequest) => OpenOperator;
} & Pick<Door, 'context' | 'contextAnew'>;

export function openEntry(
  config: Config,
  operators: readonly OpenOperator[],
  ctxOf: (operator: OpenOperator, actor: Actor, language: Ctx['language']) => Ctx,
): Entry {
  const ownNames = [config.HOST, new URL(config.BEREG_PUBLIC_URL ?? 'http://localhost').hostname];
  const operatorNamed = (host: string): OpenOperator | null =>
    chooseOperator(operators, host, ownNames);
  const operatorOf = (request: FastifyRequest): OpenOperator => {
    const found = operatorNamed(request.hostname);
    if (!found) throw new Error('a request for nobody is refused before');
    return found;
  };
  const contextAnew = async (request: FastifyRequest): Promise<Ctx> => {
    const ctx: Ctx = {
      ...ctxOf(operatorOf(request), { kind: 'public' }, languageOf(request)),
      call: {
        remoteAddress: plainAddress(request.ip),
        idempotencyKey: idempotencyKeyOf(request),
        onGone: (leave) => {
          const { socket } = request.raw;
          socket.once('close', leave);
          return () => void socket.off('close', leave);
        },
      },
    };
    for (const { piece } of recognisers.fills) {
      const actor = await piece(ctx, request);
      if (actor) return { ...ctx, actor };
    }
    return ctx;
  };
  const contexts = new WeakMap<FastifyRequest, Promise<Ctx>>();
  const context = (request: FastifyRequest): Promise<Ctx> => {
    const known = contexts.get(request) ?? contextAnew(request);
    contexts.set(request, known);
    return known;
  };
  return { operatorNamed, operatorOf, context, contextAnew };
}

/** An IPv4 caller of a server that listens on IPv6 too is known by the address it has. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
