import type { Ctx } from '../context.ts';
import { defineSlot } from '../slots.ts';

/** What domains do once a backup was brought back, such as erasing again whom it still holds. */
export const restored = defineSlot<(ctx: Ctx) => Promise<void>>('backup.restored');
