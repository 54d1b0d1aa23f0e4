/** In what a price can be said, and what it is in bytes or seconds. */
export const units = [
  { key: 'gb', meter: 'bytes', size: 1_000_000_000 },
  { key: 'mb', meter: 'bytes', size: 1_000_000 },
  { key: 'hour', meter: 'seconds', size: 3600 },
  { key: 'minute', meter: 'seconds', size: 60 },
] as const;
