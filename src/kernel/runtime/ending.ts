type Stop = () => Promise<void>;

export type Ending = {
  /** Notes what has to be ended. */
  add: (stop: Stop) => void;
  /** Ends everything noted, the last first, however often it is called. */
  now: () => Promise<void>;
  /** Whether a signal asked for the end: what fails from then on need not be told. */
  isAsked: () => boolean;
};

/**
 * Ends a process in order: when its work is done, or when Ctrl-C, a closed terminal or the system
 * asks it to. What takes long to start is noted before it runs, as a stop that waits for the start,
 * so that nothing half started outlives the process.
 * @param exitCode what a process ended by a signal returns
 */
export function createEnding(exitCode: number): Ending {
  const stops: Stop[] = [];
  let asked = false;
  let ending: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    const failures: unknown[] = [];
    // One stop that fails must not keep the others, and the database last of all, from theirs.
    for (const stop of stops.toReversed()) {
      await stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  const now = (): Promise<void> => (ending ??= end());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = true;
      now().then(
        () => process.exit(exitCode),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
  return { add: (stop) => void stops.push(stop), now, isAsked: () => asked };
}
