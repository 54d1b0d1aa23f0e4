/** It will never be given: it is too large for a bot, not there any more, or not theirs to give. */
export class NotGiven extends Error {}
