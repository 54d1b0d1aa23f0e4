/** To whom an argument is put. */
export const audiences = ['everybody', 'person', 'organisation'] as const;
export type Audience = (typeof audiences)[number];

/** What came of a pitch; `not_said` is the agent's word that it did not fit. */
export const pitchAnswers = ['interested', 'later', 'refused', 'not_said'] as const;
export type PitchAnswer = (typeof pitchAnswers)[number];
