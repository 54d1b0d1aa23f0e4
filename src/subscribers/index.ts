export { addressText } from './addresses/address-text.ts';
export { bulkLoad, type ContactLoad, type SubscriberLoad } from './bulk-load.ts';
export { normalisePhone, type PhoneCountry } from './contacts/normalise-phone.ts';
export { streetKey } from './addresses/street-key.ts';
export { findByContact } from './find-by-contact.ts';
export { findSubscriber, type Found, lockSubscriber } from './find-subscriber.ts';
export { type AddressLoad, loadBuildings } from './load-addresses.ts';
export { describeSubscribers } from './search/describe-subscribers.ts';
export { indexSubscriber } from './search/index-subscriber.ts';
export {
  type CardPart,
  cardParts,
  type ClusterIds,
  type Eraser,
  erasers,
  type PersonalDataSource,
  personalDataSources,
  searchTerms,
  type SearchTerms,
  timelineSources,
  type TimelineRow,
  type TimelineSource,
} from './slots.ts';
