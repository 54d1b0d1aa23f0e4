import { defineSlot } from '../slots.ts';
import type { Installation } from './installation.ts';

/**
 * What domains do once per start, before the first request: built-in rows, a demo on the first run.
 */
export const startup = defineSlot<(installation: Installation) => Promise<void>>('runtime.startup');
