import { type Kind } from './instruction.ts';

/** Whole words, or the inside of words; alternatives as in a regular expression. */
const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'u');
const part = (alternatives: string): RegExp => new RegExp(alternatives, 'u');

/**
 * What makes a post of which kind, first match wins: danger before anger, anger before a question mark, and praise last,
 * for irony uses the words of praise.
 */
export const KIND_RULES: readonly { readonly kind: Kind; readonly pattern: RegExp }[] = [
  {
    kind: 'calamiteit',
    pattern: word(
      'brand|gaslek|gaslucht|ontploffing|vonkt|vonken|stroomstoring|nl-alert|gewond\\p{L}*|instorting\\p{L}*|ingestort',
    ),
  },
  {
    kind: 'calamiteit',
    pattern: part('niet meer verder|kan niet meer|hoeft het (?:allemaal )?niet meer|dood wil|zelfmoord'),
  },
  {
    kind: 'pers',
    pattern: word('redactie|journalist\\p{L}*|verslaggever|voor een artikel|woordvoerder|ik schrijf over|deadline'),
  },
  {
    kind: 'klacht',
    pattern: part(
      'schandalig|belachelijk|klacht|niemand reageert|(?<!\\p{L})niemand(?!\\p{L})|al (?:\\p{L}+ ){0,2}(?:weken|maanden)|teruggebeld|waardeloos|nergens meer over|slecht geregeld|gelogen|liegen|te gek voor woorden|zat van|(?:tweede|derde|vierde|zoveelste) keer|ongehoord|slapen jullie|chapeau|lekker bezig|wat doen jullie|geen gehoor|triest|om je (?:dood )?te schamen|jammerlijk|prutsers|wanbeleid|gefeliciteerd hoor|bravo hoor',
    ),
  },
  {
    kind: 'melding',
    pattern: part(
      'lantaarn|straatlamp|stoeptegel|losse tegel|gat in|(?<!\\p{L})gaten(?!\\p{L})|verzakt|zwerfvuil|zwerfafval|kapot|overlast|omgewaaid|omgevallen|tak(?:ken)? (?:op|over)|scheef|verstopt|container (?:is |zit )?vol|gedumpt|dumping|glad(?:heid)?(?!\\p{L})|wateroverlast|onder water|vernield|graffiti|hondenpoep|ratten|is weg sinds|stinkt|gestolen|lekt',
    ),
  },
  { kind: 'vraag', pattern: /\?/u },
  {
    kind: 'vraag',
    pattern: word('hoe laat|waar kan ik|wanneer|mag ik|kan ik|weet iemand|hoeveel kost|iemand enig idee'),
  },
  {
    kind: 'compliment',
    pattern: word(
      'bedankt|dank|dankjewel|complimenten?|top|goud waard|geweldig|pluim|chapeau|petje af|super|wat fijn|mooi gedaan|hulde|blij mee|goed bezig',
    ),
  },
  {
    kind: 'mening',
    pattern: part('(?<!\\p{L})vind(?:t|en)?(?!\\p{L})|volgens mij|jammer dat|lelijk|onzin|weggegooid geld|zonde'),
  },
];

/** Topics by the words people use; the names are the ones departments and standing answers are filed under. */
export const TOPIC_RULES: readonly { readonly topic: string; readonly pattern: RegExp }[] = [
  {
    topic: 'afval',
    pattern: part(
      'afval|grofvuil|grof vuil|container|kliko|vuilnis|milieustraat|gft|plastic|papierbak|glasbak|dumping|gedumpt|rommel|snoeihout',
    ),
  },
  {
    topic: 'burgerzaken',
    pattern: part(
      'paspoort|id-?kaart|identiteitskaart|rijbewijs|verhuiz|uittreksel|trouwen|geboorte|aangifte|pasfoto|balie|digid',
    ),
  },
  { topic: 'verkiezingen', pattern: part('verkiezing|stempas|stembureau|stemlokaal|volmacht') },
  { topic: 'parkeren', pattern: part('parkeer|parkeren|blauwe zone|laadpaal') },
  {
    topic: 'wegen',
    pattern: part(
      'stoep|tegel|asfalt|(?<!\\p{L})gat(?:en)?(?!\\p{L})|fietspad|lantaarn|straatlamp|verlichting|brug|drempel|wegwerk|opgebroken|omleiding|strooi|gladheid|verkeer|riool|putt?(?:en)?(?!\\p{L})',
    ),
  },
  {
    topic: 'groen',
    pattern: part(
      'boom|bomen|takk?(?:en)?(?!\\p{L})|gras|maaien|onkruid|snoei|plantsoen|speeltuin|bankje|sloot|park(?!\\p{L}*er)',
    ),
  },
  {
    topic: 'politiek',
    pattern: part('wethouder|burgemeester|gemeenteraad|raadslid|college|coalitie|raadsvergadering|fusie'),
  },
  {
    topic: 'juridisch',
    pattern: part('bezwaar|woo-verzoek|ingebrekestelling|aansprakelijk|advocaat|rechter'),
  },
  { topic: 'wonen', pattern: part('nieuwbouw|huurwoning|woning|vergunning|dakkapel|bestemmingsplan') },
  { topic: 'belastingen', pattern: part('belasting|woz|ozb|aanslag|kwijtschelding') },
  { topic: 'zorg', pattern: part('wmo|jeugdzorg|uitkering|bijstand|schuld|huishoudelijke hulp') },
];
