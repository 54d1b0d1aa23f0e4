/** What by itself tells that somebody is leaving, though they say nothing. */
export const signKinds = ['stopped_paying', 'silent'] as const;
export type SignKind = (typeof signKinds)[number];

export type Sign = { kind: SignKind; isOn: boolean; days: number; version: number };
