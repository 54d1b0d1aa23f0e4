/** off; ask: it is asked and kept who was verified; hide: and until then data is hidden. */
export const verifyModes = ['off', 'ask', 'hide'] as const;
