import { defineSlot } from '../kernel/slots.ts';

/**
 * A promise that later domains are measured by, with what is promised until somebody changes it.
 */
export type NormKind = { kind: string; targetSeconds: number };

export const normKinds = defineSlot<NormKind>('norms.kinds');
