import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tests that are not run again on an older PostgreSQL: what they show would be the same on any,
 * and their SQL is met by others on the way. They took a third of the repetition.
 */
const onceOnly = [
  // Of programs that are killed, or that end over a setting: the server below goes on.
  'src/channels/killed-server.db.test.ts',
  'src/channels/sending/killed-sending.db.test.ts',
  'src/conversations/answering/killed-draft.db.test.ts',
  'src/imports/command/bring-file.db.test.ts',
  'src/imports/killed-import.db.test.ts',
  'src/wrong-settings.db.test.ts',
  // Of servers for letters and files that refuse, garble or are away.
  'src/channels/mailboxes/mailboxes.db.test.ts',
  'src/channels/mailboxes/spoilt-letters.db.test.ts',
  'src/conversations/answering/email-out.db.test.ts',
  'src/door-bucket.db.test.ts',
  'src/kernel/backup/bad-files.db.test.ts',
  'src/kernel/files/bucket.db.test.ts',
  // Of what the door refuses before any SQL: rubbish, wrong passwords.
  'src/door-rubbish.db.test.ts',
  'src/staff/change-password.db.test.ts',
  // Whole files of samples; the smaller imports are run again.
  'src/imports/sample-bases.db.test.ts',
];

/** What to leave out of the integration tests: nothing, unless they run on an older server. */
export function leftOut(): readonly string[] {
  const gone = onceOnly.find((path) => !existsSync(join(import.meta.dirname, '../..', path)));
  if (gone) throw new Error(`tools/test/any-postgres.ts names ${gone}, which is not there`);
  return process.env['TEST_POSTGRES_BIN'] === undefined ? [] : onceOnly;
}
