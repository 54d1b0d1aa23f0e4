export { addAddress } from './addresses/add-address.ts';
export { addressText } from './addresses/address-text.ts';
export { buildingNumber } from './addresses/format-address.ts';
export { parseAddress } from './addresses/parse-address.ts';
export { addFormerName, loadFormerNames, removeFormerName } from './addresses/add-former-name.ts';
export { streetKey } from './addresses/street-key.ts';
export { suggestAddresses, type Suggestion } from './addresses/suggest-addresses.ts';
export { understandAddress } from './addresses/understand-address.ts';
export { bulkLoad as bulkLoadConsents, type ConsentLoad } from './consents/bulk-load.ts';
export { bulkLoad, type ContactLoad, type SubscriberLoad } from './bulk-load.ts';
export { removeEmptyPlaces, removeSubscribers, restoreSubscribers } from './bulk-undo.ts';
export { bulkUpdate, type SubscriberUpdate } from './bulk-update.ts';
export { normaliseEmail } from './contacts/normalise-email.ts';
export { normaliseIp } from './contacts/normalise-ip.ts';
export { normaliseLogin } from './contacts/normalise-login.ts';
export { normaliseMac } from './contacts/normalise-mac.ts';
export { normaliseMessenger } from './contacts/normalise-messenger.ts';
export { normalisePhone, type PhoneCountry } from './contacts/normalise-phone.ts';
export { readName, showName } from './contacts/read-name.ts';
export { splitPhones } from './contacts/split-phones.ts';
export { listedCluster } from './list/cluster.ts';
export { subscriberList } from './list-subscribers.ts';
export { likelyDuplicates } from './duplicates/likely-duplicates.ts';
export { searchDuplicates } from './duplicates/search-duplicates.ts';
export { addContact } from './contacts/add-contact.ts';
export { mayHear } from './consents/may-hear.ts';
export { recordConsent } from './consents/record-consent.ts';
export { addNeed } from './needs/add-need.ts';
export { householdsOf } from './households/households-of.ts';
export { findByContact } from './find-by-contact.ts';
export { findSubscriber, holdSubscriber, lockSubscriber } from './find-subscriber.ts';
export { type AddressLoad, findBuildings, loadBuildings } from './load-addresses.ts';
export { describeSubscribers } from './search/describe-subscribers.ts';
export { indexSubscriber } from './search/index-subscriber.ts';
export { createSubscriber } from './record/create-subscriber.ts';
export { becomeActive, becomeAsBefore, becomeFormer } from './record/change-standing.ts';
export { loadedFields } from './record/columns.ts';
export { codeWordOf, isTheirWord } from './code-words/code-word.ts';
export { hashWord, isWordOf } from './code-words/hash-word.ts';
export {
  before,
  type CardPart,
  cardParts,
  cardVeils,
  type ClusterIds,
  daysBefore,
  type Eraser,
  erasers,
  type Moment,
  type Passing,
  passingNotes,
  type PersonalDataSource,
  personalDataSources,
  type RiskFact,
  type RiskFacts,
  riskFacts,
  type RiskGroup,
  riskGroups,
  searchTerms,
  type SearchTerms,
  type TimelineRow,
  type TimelineSource,
  timelineSources,
  type Veil,
} from './slots.ts';
export { isScan, isScanType } from './documents/scan-type.ts';
export { watchHead } from './documents/watch-head.ts';
export { daysAfter, today } from './today.ts';
export { whoseRecord } from './whose-record.ts';
export { isVeiled, refuseVeiled } from './veil.ts';
