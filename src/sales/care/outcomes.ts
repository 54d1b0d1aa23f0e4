/** What a call of care comes to: all is well, something is wrong, nobody answers. */
export const careOutcomes = ['well', 'trouble', 'unreached'] as const;
