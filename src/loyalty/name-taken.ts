import { type Fail, fail } from '../kernel/result.ts';

export const nameTaken = (): Fail => fail('loyalty.name_taken', {}, { name: 'loyalty.name_taken' });
