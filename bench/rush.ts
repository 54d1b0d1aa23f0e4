/** Tells how long each of many took. */
export function show(name: string, times: readonly number[], more: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  process.stdout.write(
    `${name.padEnd(22)} ${sorted.length} times, median ${at(0.5)} ms, p95 ${at(0.95)}, ` +
      `longest ${at(1)}; ${more}\n`,
  );
}

export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
