import { totalmem } from 'node:os';

export type Settings = Record<string, string>;

/**
 * The text of the settings file. Sizes suit a small server that also runs the program itself: 256
 * MB of shared buffers, and the planner told to count on half of the memory as file cache.
 * `random_page_cost` 1.1 is for SSDs. Compilation of queries (jit) costs more than it saves in
 * lists and cards. Syncing is nowhere switched off.
 */
export function settingsText(port: number, extra: Settings): string {
  const settings: Settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    effective_cache_size: `${Math.max(512, Math.floor(totalmem() / 2 / 1024 / 1024))}MB`,
    maintenance_work_mem: '256MB',
    work_mem: '16MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '4GB',
    wal_compression: 'on',
    track_io_timing: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    ...extra,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written at every start. Settings of your own go to own.conf one folder up: they win.',
    ...lines,
    "include_if_exists = '../own.conf'",
    '',
  ].join('\n');
}

/** The port in a settings file written before, to be kept if it is free. */
export function portOf(text: string): number | undefined {
  const port = Number(/^port = '(\d+)'$/m.exec(text)?.[1]);
  return port > 0 ? port : undefined;
}
