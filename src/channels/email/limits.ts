/**
 * Exchange Online takes in up to 150 MB, Gmail 50, Yandex and Mail.ru 30 and less; whatever comes
 * from the services that subscribers have fits.
 */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024;

/** Exchange Online takes 250 parts; a message with more is built to tire its reader. */
export const MAX_PARTS = 500;

/** Parts within parts: Exchange Online takes 30. */
export const MAX_DEPTH = 30;

/** All the headers of a part: Exchange Online's limit. What stands beyond it is not read. */
export const MAX_HEADER_BYTES = 256 * 1024;

/** One header: room for 500 addresses, as many as Gmail lets write to, with their names. */
export const MAX_FIELD_CHARS = 64 * 1024;

/** As many as Gmail lets write to. */
export const MAX_ADDRESSES = 500;

/** RFC 5321, 4.5.3.1.3: a path has 256 octets with its angle brackets. */
export const MAX_ADDRESS_CHARS = 254;

/** Exchange Online keeps 255; longer subjects are their sender's text. */
export const MAX_SUBJECT_CHARS = 500;

/** Nobody's name is longer; file systems take 255 bytes of a file's, which are 127 letters. */
export const MAX_NAME_CHARS = 120;

/** A name before it is cut, which needs its ending; boundaries have 70 (RFC 2046, 5.1.1). */
export const MAX_PARAMETER_CHARS = 1000;

/** RFC 5322, 2.1.1: a line has 998 characters, and identifiers stand in one. Ours fit an index. */
export const MAX_ID_CHARS = 500;

/** A conversation of a hundred letters; of longer chains the first and the last count. */
export const MAX_REFERENCES = 100;

/**
 * Text of one message, and HTML of one message. Gmail clips at 102 kB, people write far less; what
 * stands beyond is kept as a file.
 */
export const MAX_TEXT_BYTES = 1024 * 1024;

/** Tags of one HTML text; a long newsletter has 8,000. Reading grows with their square at worst. */
export const MAX_TAGS = 20_000;

/** Elements within elements: browsers keep 512; Outlook's deepest tables are some thirty. */
export const MAX_HTML_DEPTH = 100;
