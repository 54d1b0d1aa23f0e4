import { fail, type Fail } from '../kernel/result.ts';

/** Told at the field of the name: one of the same name is here already. */
export const nameTaken = (): Fail =>
  fail('retention.name_taken', {}, { name: 'retention.name_taken' });
