/** No further try will read it: it goes before a person at once. */
export class NotReadable extends Error {}
