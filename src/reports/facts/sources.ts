import { contacts } from './contacts.ts';
import { outages } from './outages.ts';
import { sales } from './sales.ts';
import type { FactSource } from './source.ts';
import { wishes } from './wishes.ts';

/** In the order in which a night counts them. */
export const factSources: readonly FactSource[] = [contacts, wishes, sales, outages];
