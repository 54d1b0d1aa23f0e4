import type { Ctx } from '../../kernel/context.ts';
import { type ChoiceKeys, type ClusterIds, personalDataSources } from '../slots.ts';
import { ownSections } from './own-sections.ts';

export type PersonalDataSection = {
  /** The domain that holds it, and its name there. */
  domain: string;
  section: string;
  /** As the source names them: where its coded values are worded. */
  choices: ChoiceKeys;
  rows: readonly Record<string, unknown>[];
};

/** Everything that any domain holds about the persons of a cluster; empty sections are left out. */
export async function collectPersonalData(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<PersonalDataSection[]> {
  const own = ownSections.map((piece) => ({ domain: 'subscribers', piece }));
  const sections: PersonalDataSection[] = [];
  for (const { domain, piece } of [...own, ...personalDataSources.fills]) {
    const { section, choices = {} } = piece;
    const rows = await piece.load(ctx, ids);
    if (rows.length > 0) sections.push({ domain, section, choices, rows });
  }
  return sections;
}
