import { type Fail, fail } from '../kernel/result.ts';

/** Told at the field of the name: one of the same name is here already. */
export const nameTaken = (): Fail => fail('loyalty.name_taken', {}, { name: 'loyalty.name_taken' });
