import { benchAddresses } from './addresses.ts';
import { benchCharges } from './charges.ts';
import { benchImports } from './imports.ts';
import { benchIntake } from './intake.ts';
import { benchInternetCards } from './internet-cards.ts';
import { benchPayments } from './payments.ts';
import { benchProgramme } from './programme.ts';
import { benchRecommend } from './recommend.ts';
import { benchRisk } from './risk.ts';
import { benchScoring } from './scoring.ts';

type Given = {
  only?: string | undefined;
  subscribers?: string | undefined;
  rows: string;
  seconds: string;
};

/** What is measured by itself, on a base of its own; it answers with the exit code. */
export function aloneBench({
  only,
  subscribers,
  rows,
  seconds,
}: Given): (() => Promise<number> | number) | null {
  if (only === 'addresses') return () => benchAddresses();
  if (only === 'imports') return () => benchImports(Number(rows));
  if (only === 'charges') return () => benchCharges(Number(subscribers ?? 100_000));
  if (only === 'programme') return () => benchProgramme(Number(subscribers ?? 100_000));
  if (only === 'internet-cards') return () => benchInternetCards(Number(rows));
  if (only === 'intake')
    return () => benchIntake(Number(seconds), subscribers ? Number(subscribers) : undefined);
  if (only === 'payments') return () => benchPayments(Number(seconds));
  if (only === 'recommend') return () => benchRecommend();
  if (only === 'risk') return () => benchRisk(Number(rows));
  if (only === 'scoring') return () => benchScoring(Number(subscribers ?? 100_000));
  return null;
}
