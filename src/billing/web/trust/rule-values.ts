import type { InputOf } from '../../../ui/call.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import type { Condition } from '../../../ui/table/contract.ts';
import type { api } from '../../api.ts';
import type { TrustSettings } from '../client.ts';
import type { StepValues } from './steps.tsx';

/** The rule as its form holds it: sums as people type them. */
export type TrustValues = {
  isOn: boolean;
  condition: Condition | undefined;
  basePercent: number | undefined;
  tenureSteps: StepValues[];
  paidSteps: StepValues[];
  brokenCutMinor: number | undefined;
  suspendedCutMinor: number | undefined;
  debtDays: number | undefined;
  ceilingMinor: number | undefined;
  lateDays: number | undefined;
  noticeDays: number | undefined;
};

export function valuesOf(settings: TrustSettings, currency: string): TrustValues {
  const major = (minor: number): number => majorOf(minor, currency);
  const steps = (given: TrustSettings['tenureSteps']): StepValues[] =>
    given.map(({ months, addMinor }) => ({ key: String(months), months, add: major(addMinor) }));
  return {
    isOn: settings.isOn,
    condition: settings.condition ?? undefined,
    basePercent: settings.basePercent,
    tenureSteps: steps(settings.tenureSteps),
    paidSteps: steps(settings.paidSteps),
    brokenCutMinor: major(settings.brokenCutMinor),
    suspendedCutMinor: major(settings.suspendedCutMinor),
    debtDays: settings.debtDays ?? undefined,
    ceilingMinor: settings.ceilingMinor === null ? undefined : major(settings.ceilingMinor),
    lateDays: settings.lateDays,
    noticeDays: settings.noticeDays,
  };
}

type Body = InputOf<typeof api, 'POST /api/trust-settings/preview'>;

/** The values as the routes take them; a step without months is none. */
export function bodyOf(values: TrustValues, currency: string): Body {
  const minor = (sum: number | undefined): number => minorOf(sum ?? 0, currency);
  const steps = (given: StepValues[]) =>
    given.flatMap(({ months, add }) =>
      months === undefined ? [] : [{ months, addMinor: minor(add) }],
    );
  return {
    isOn: values.isOn,
    condition: values.condition ?? null,
    basePercent: values.basePercent ?? 0,
    tenureSteps: steps(values.tenureSteps),
    paidSteps: steps(values.paidSteps),
    brokenCutMinor: minor(values.brokenCutMinor),
    suspendedCutMinor: minor(values.suspendedCutMinor),
    debtDays: values.debtDays ?? null,
    ceilingMinor: values.ceilingMinor === undefined ? null : minor(values.ceilingMinor),
    lateDays: values.lateDays ?? 0,
    noticeDays: values.noticeDays ?? 1,
  };
}
