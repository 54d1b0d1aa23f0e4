import { accounts } from './accounts.ts';
import { cards } from './cards.ts';
import { deals } from './deals.ts';
import { lists, segments } from './lists.ts';
import { reports } from './reports.ts';
import { searches } from './searches.ts';
import { work } from './work.ts';

/** What is measured on one base after another, by the name that `--only` asks for. */
export const sections = { searches, cards, accounts, lists, deals, segments, reports, work };
