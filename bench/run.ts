import { parseArgs } from 'node:util';
import { aloneBench } from './alone.ts';

/**
 * npm run bench [-- --subscribers N] [--only NAME], of searches, cards, accounts, lists, deals,
 * segments and reports: on the demo base of that size (100,000 where nothing is said; 1,000,000 is
 * the full measure), measured on the server's side of HTTP. With --only work the base is one of
 * many tickets and messages, with --only reports one of two years of moves. By itself:
 * --only imports [--rows N] measures the import of a base of N rows,
 * --only intake [--seconds N] [--subscribers N] a rush of messages, on the base of work where told,
 * --only charges a night in which all accounts are charged,
 * --only programme a night in which it is counted who is of the VIP programme,
 * --only payments [--seconds N] what terminals pay, --only addresses the address check over
 * 2,000,000 flats,
 * --only internet-cards [--rows N] a batch of N cards, and activations of some of them,
 * --only recommend one tariff out of a large catalogue,
 * --only risk [--rows N] learning who leaves a base of N rows, and scoring it,
 * --only scoring the nightly job that tells the risk of everybody.
 */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string' },
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
  },
});
const alone = aloneBench(values);
if (alone) process.exit(await alone());
// Not before it is needed: what is measured by itself holds only what it uses.
const { benchOnBase } = await import('./on-base.ts');
process.exitCode = await benchOnBase(values);
