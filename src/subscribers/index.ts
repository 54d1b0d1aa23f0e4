export { normalisePhone, type PhoneCountry } from './contacts/normalise-phone.ts';
export { findByContact } from './find-by-contact.ts';
