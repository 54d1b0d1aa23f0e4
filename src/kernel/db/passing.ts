type Coded = Error & { code?: unknown };

/** The database went away or does not take calls yet: it comes back, and nothing was done. */
export function isAway(error: Coded): boolean {
  const code = String(error.code);
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code) ||
    code.startsWith('08') ||
    /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}

/** Whether the same work may well be done the next time: that, or others stood in its way. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (isAway(error) || ['40P01', '40001', '55P03'].includes(String((error as Coded).code)));
