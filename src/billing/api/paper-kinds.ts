/** What is given out on paper. */
export const paperKinds = ['statement', 'invoice', 'act', 'corrective_act'] as const;
export type PaperKind = (typeof paperKinds)[number];
