import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first: begun last, one of them would keep one worker
 * while the other has nothing left to do. A file that grows longer than these joins them.
 */
const longest = [
  'e2e/shift.test.ts',
  'e2e/main-job.test.ts',
  'e2e/lost-line.test.ts',
  'e2e/entering.test.ts',
  'e2e/whole-way.test.ts',
  'e2e/merging.test.ts',
  'e2e/many-tabs.test.ts',
  'e2e/letters.test.ts',
  'e2e/correction.test.ts',
  'e2e/chat.test.ts',
  'e2e/desk.test.ts',
  'e2e/save-desk.test.ts',
  'src/main.test.ts',
  'src/kernel/postgres/start-embedded-postgres.test.ts',
  'src/commands.test.ts',
  'src/conversations/coming-in/email-in.db.test.ts',
  'src/imports/killed-import.db.test.ts',
  'src/door-rubbish.db.test.ts',
  'src/imports/sample-bases.db.test.ts',
  'src/wrong-settings.db.test.ts',
  'src/imports/command/bring-file.db.test.ts',
  'src/channels/killed-server.db.test.ts',
  'src/subscribers/personal-data/restore-erased.db.test.ts',
  'src/reach.db.test.ts',
];

const root = join(import.meta.dirname, '../..');
const paths = longest.map((path) => join(root, path));

/**
 * Begins with what takes longest; the rest follows in vitest's own order, by time or size, but what
 * one process may run together stands together: each change costs a process that loads all anew.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = paths.find((path) => !existsSync(path));
    if (gone) throw new Error(`tools/test/longest-first.ts names ${gone}, which is not there`);
    const inUsualOrder = super.sort.bind(this);
    const rest = await inUsualOrder(files.filter(({ moduleId }) => !paths.includes(moduleId)));
    const first = paths.flatMap((path) => files.filter(({ moduleId }) => moduleId === path));
    const projects = Map.groupBy(rest, ({ project }) => project.name);
    return [...first, ...projects.values()].flat();
  }
}
