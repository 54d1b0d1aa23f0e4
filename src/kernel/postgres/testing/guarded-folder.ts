import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = `
  cat > /dev/null
  for file in "$1"/postgres/cluster/postmaster.pid "$1"/*/postgres/cluster/postmaster.pid; do
    pid=$(head -n 1 "$file" 2> /dev/null) || continue
    kill -QUIT "$pid" 2> /dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$file" ] && sleep 0.3; done
  done
  rm -rf "$1"
`;

/**
 * Makes a temporary folder for a server's data, watched by a shell that waits until this process is
 * gone, in whatever way, then ends a server that was left over and removes the folder: not even a
 * kill of the test run leaves anything behind. `release` does the same at once.
 */
export async function guardedFolder(name: string): Promise<{ dir: string; release: () => void }> {
  const dir = await mkdtemp(join(tmpdir(), `bereg-${name}-`));
  // Root's temporary folder is closed to the user that PostgreSQL runs as.
  await chmod(dir, 0o755);
  const guard = spawn('/bin/sh', ['-c', script, 'sh', dir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return { dir, release: () => void guard.stdin.end() };
}
