import { type Fail, fail } from '../kernel/result.ts';

/** Told at the field of the name: one of the same name is here already. */
export const nameTaken = (): Fail => fail('vip.name_taken', {}, { name: 'vip.name_taken' });
