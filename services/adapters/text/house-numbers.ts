/*
 * Pieces of a pattern (flags g and u, no i) that houses and postcodes share.
 */

/** What tells that a number counts something or is a date: `Dorpsstraat 3 dagen`, `Kerkbuurt 24 november`. */
const COUNTED = [
  'dag(?:en)?|uur|uren|u|min|minu(?:ut|ten)|we(?:ek|ken)|maand(?:en)?|jaar|jaren|keer|maal|x|ste|de',
  'euro|eur|m|m2|cm|km|meter|procent|graden|kilo|kg|stuks?|van de',
  'mensen|personen|bewoners|inwoners|kinderen|huizen|woningen|auto.?s?|fietsen|scooters?|honden|ratten|bomen|boom',
  'containers?|zakken|gaten|gat|lantaarns?|lantaarnpalen|lampen|plekken|plaatsen|parkeerplaatsen|tegels|meldingen|paaltjes',
  'jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec',
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
].join('|');

/** `12`, `12a`, `12 A`, `12-2`, `12 bis`; no year, time, price, date or count. */
const NUMBER = [
  String.raw`(?!(?:19|20)\d\d(?!\d))[1-9]\d{0,3}`,
  String.raw`(?:[a-ln-tvwyzA-Z](?!\p{L})|[ -][A-Z](?![\p{L}\d'’]|\.\p{L})|-[a-z](?!\p{L})|[-/]\d{1,4}[a-zA-Z]?| ?bis| ?hs)?`,
  String.raw`(?![\p{L}\d%°€])(?![-/.,:]\d)(?! ?(?:${COUNTED})(?!\p{L}))`,
].join('');

/** What may stand between a street or postcode and its number: `, nr. `, ` op nummer `. */
const BEFORE = String.raw`,? ?(?:(?:op )?(?:huisnummer|[Nn]ummer|[Nn]r\.?|no\.) ?)?`;

/** The number of a house with what ties it to the street or postcode in front: ` 12a`, `, nr. 12`, ` (12)`. */
export const HOUSE_NUMBER = String.raw`(?:${BEFORE}${NUMBER}| ?\(${NUMBER}\))`;
