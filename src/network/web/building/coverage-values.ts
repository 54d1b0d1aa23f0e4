import type { Coverage } from '../client.ts';

/** What a form holds of a coverage: ids as texts, the speed in Mbit/s. */
export type CoverageValues = {
  technology: string | null;
  nodeId: string | null;
  connectionTermsId: string | null;
  speed: number | undefined;
  portsTotal: number | undefined;
  portsFree: number | undefined;
  plannedOn: string;
};

const idOf = (text: string | null): number | null => (text === null ? null : Number(text));
const textOf = (id: number | null | undefined): string | null => (id == null ? null : String(id));

/** A coverage as its form begins; of a new one the technology alone is given. */
export const coverageValues = (
  coverage: Coverage | null,
  technology: string | null,
): CoverageValues => ({
  technology: coverage?.technology ?? technology,
  nodeId: textOf(coverage?.nodeId),
  connectionTermsId: textOf(coverage?.connectionTermsId),
  speed: coverage?.speedKbps == null ? undefined : coverage.speedKbps / 1000,
  portsTotal: coverage?.portsTotal ?? undefined,
  portsFree: coverage?.portsFree ?? undefined,
  plannedOn: coverage?.plannedOn ?? '',
});

export const coverageBody = ({ speed, ...values }: CoverageValues) => ({
  nodeId: idOf(values.nodeId),
  connectionTermsId: idOf(values.connectionTermsId),
  speedKbps: speed === undefined ? null : Math.round(speed * 1000),
  portsTotal: values.portsTotal ?? null,
  portsFree: values.portsFree ?? null,
  plannedOn: values.plannedOn || null,
});
