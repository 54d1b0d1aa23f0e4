import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Actor, Ctx } from '../context.ts';
import { setLiveEvents } from '../events/journal.ts';
import { ensureComingPartitions } from '../events/partitions.ts';
import type { Door } from '../http/door.ts';
import { setLiveAudiences } from '../live/audience.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Logger } from '../log.ts';
import { setPermissions } from '../permissions.ts';
import { assembleSlots } from '../slots.ts';
import type { Wiring } from '../wiring.ts';
import { type Entry, openEntry } from './open-entry.ts';
import { closeOperator, type OpenOperator, openOperator } from './operator.ts';

export type Installation = Pick<Entry, 'operatorNamed' | 'operatorOf'> & {
  config: Config;
  log: Logger;
  clock: Clock;
  url: string;
  operators: readonly OpenOperator[];
  /** A context for work that nobody asked for: jobs, ticks, commands. */
  systemCtx: (operator: OpenOperator, name: string) => Ctx;
  door: Door;
  /** Lines for the console once the address is known, e.g. the first administrator's link. */
  greetings: ((address: string) => string)[];
  close: () => Promise<void>;
};

/**
 * Opens everything that the roles of this process need: migrates each operator's schema, opens its
 * pool, files and queue, and for the web role its live updates.
 */
export async function openInstallation(options: {
  config: Config;
  url: string;
  log: Logger;
  clock: Clock;
  wirings: readonly Wiring[];
}): Promise<Installation> {
  const { config, log, clock, wirings, url } = options;
  assembleSlots(wirings);
  setPermissions(wirings);
  setLiveEvents(setLiveAudiences(wirings));
  const operators: OpenOperator[] = [];
  for (const { schema, hosts } of config.BEREG_OPERATORS) {
    operators.push(await openOperator(options, schema, hosts));
  }
  const texts = loadTexts(wirings.map((wiring) => wiring.domain));
  const ctxOf = (operator: OpenOperator, actor: Actor, language?: Ctx['language']): Ctx => ({
    operator: operator.profile,
    db: operator.db,
    pool: operator.pool,
    files: operator.files,
    secrets: operator.secrets,
    actor,
    clock,
    language: language ?? operator.profile.language,
    log,
  });
  const { context, contextAnew, ...whom } = openEntry(config, operators, ctxOf);
  const systemCtx = (operator: OpenOperator, name: string): Ctx =>
    ctxOf(operator, { kind: 'system', name });
  for (const operator of operators) await ensureComingPartitions(systemCtx(operator, 'start'));
  const close = async (): Promise<void> => {
    for (const operator of operators) await closeOperator(operator);
  };
  return {
    config,
    log,
    clock,
    url,
    operators,
    ...whom,
    systemCtx,
    close,
    door: { context, contextAnew, texts },
    greetings: [],
  };
}
