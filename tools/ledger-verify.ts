import { verifyLedger } from '../src/ledger/index.ts';
import { runCommand } from './command.ts';

/**
 * npm run ledger:verify: counts the whole ledger anew from its postings and says where anything
 * that is kept does not agree. Ends with code 1 where something does not.
 */
await runCommand({}, async ({ ctx, say, warn }) => {
  const verified = await verifyLedger(ctx);
  for (const { rule, found, examples } of verified) {
    if (found === 0) {
      say(`ok    ${rule}`);
      continue;
    }
    warn(`WRONG ${rule}: ${found}`);
    for (const row of examples) warn(`      ${JSON.stringify(row)}`);
    process.exitCode = 1;
  }
});
