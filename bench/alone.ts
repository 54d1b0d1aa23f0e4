type Given = {
  only?: string | undefined;
  subscribers?: string | undefined;
  rows: string;
  seconds: string;
};

/**
 * What is measured by itself, on a base of its own; it answers with the exit code. Each is loaded
 * when it is asked for: what one holds of memory is not the others'.
 */
export function aloneBench({
  only,
  subscribers,
  rows,
  seconds,
}: Given): (() => Promise<number>) | null {
  const size = Number(subscribers ?? 100_000);
  const benches: Record<string, () => Promise<number>> = {
    addresses: async () => (await import('./addresses.ts')).benchAddresses(),
    imports: async () => (await import('./imports.ts')).benchImports(Number(rows)),
    charges: async () => (await import('./charges.ts')).benchCharges(size),
    programme: async () => (await import('./programme.ts')).benchProgramme(size),
    'internet-cards': async () =>
      (await import('./internet-cards.ts')).benchInternetCards(Number(rows)),
    intake: async () =>
      (await import('./intake.ts')).benchIntake(
        Number(seconds),
        subscribers ? Number(subscribers) : undefined,
      ),
    payments: async () => (await import('./payments.ts')).benchPayments(Number(seconds)),
    recommend: async () => (await import('./recommend.ts')).benchRecommend(),
    risk: async () => (await import('./risk.ts')).benchRisk(Number(rows)),
    scoring: async () => (await import('./scoring.ts')).benchScoring(size),
  };
  return benches[only ?? ''] ?? null;
}
