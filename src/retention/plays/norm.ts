/** Within what people are called whom a play names: two working days. */
export const playNorm = { kind: 'retention.play', targetSeconds: 2 * 8 * 3600 } as const;
