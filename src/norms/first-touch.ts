/** What every channel promises: a human touches the request within the norm. */
export const FIRST_TOUCH = 'conversations.first_touch';

/**
 * One minute: a request from a site that is answered within it reaches a person who still sits
 * before it, and the same norm holds for waiting on the phone line.
 */
export const FIRST_TOUCH_SECONDS = 60;
