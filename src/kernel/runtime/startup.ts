import { defineSlot } from '../slots.ts';
import type { Installation } from './installation.ts';

/** What a domain does once per start, before the first request. */
export type StartupPiece = {
  /**
   * `any`: rows that every process counts on, commands too. `web`: what greets the people who start
   * a server, such as a link or a demo on the first run.
   */
  role: 'any' | 'web';
  run: (installation: Installation) => Promise<void>;
};

export const startup = defineSlot<StartupPiece>('runtime.startup');

/** Runs what the roles of this process call for. */
export async function runStartup(installation: Installation): Promise<void> {
  for (const { piece } of startup.fills) {
    if (piece.role === 'any' || installation.config.BEREG_ROLES.includes(piece.role)) {
      await piece.run(installation);
    }
  }
}
