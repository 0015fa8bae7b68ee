import { type Kind } from './instruction.ts';

/** Whole words, or the inside of words; alternatives as in a regular expression. */
const word = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'u');
const part = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'u');

const PRAISE = 'chapeau|bravo|gefeliciteerd|hulde|petje af|lekker bezig|geweldig|goed geregeld|fijn|top|knap|super';
const NUMBER = '(?:twee|drie|vier|vijf|zes|acht|tien|\\d+)';
const WAITED = `sinds|nog steeds|nog altijd|alweer|zoveelste|${NUMBER}e? keer`;

/**
 * What makes a post of which kind, first match wins: danger before anger, anger before a question mark, and praise last,
 * for irony uses the words of praise. Where a word can be read two ways the graver kind comes first: a person corrects it.
 */
export const KIND_RULES: readonly { readonly kind: Kind; readonly pattern: RegExp }[] = [
  {
    kind: 'calamiteit',
    pattern: word(
      'brand|gaslek|gaslucht|ruik\\p{L}* gas|ontploffing|explosie|vonkt|vonken|vonkend\\p{L}*|stroomstoring|zonder stroom|stroom is uitgevallen|nl-alert|112 gebeld|bel 112',
      'gewond\\p{L}*|instorting\\p{L}*|ingestort|ongeval|(?<!per )ongeluk|koolmonoxide|drenkeling|on fire|gas leak|injured',
    ),
  },
  {
    kind: 'calamiteit',
    pattern: part(
      '(?<!\\p{L})(?:ik|we) kan niet meer(?=\\s*(?:[.,!…]|$|verder|zo(?!\\p{L})))',
      'voor mij hoeft het (?:allemaal )?niet meer|wil niet meer (?:leven|verder)|dood wil|zelfmoord|maak er een eind aan',
    ),
  },
  {
    kind: 'pers',
    pattern: word(
      'redactie|journalist\\p{L}*|verslaggever|woordvoerder|persvoorlichter|voor een artikel|ik schrijf over|wederhoor',
    ),
  },
  {
    kind: 'klacht',
    pattern: part(
      'schandalig|belachelijk|klacht|waardeloos|ongehoord|prutsers|wanbeleid|jammerlijk|triest|om je (?:dood )?te schamen',
      'niemand\\.|niemand (?:reageert|belt|doet|neemt|komt|die|weet)|teruggebeld|geen gehoor|van het kastje naar de muur',
      'nergens meer over|slecht geregeld|gelogen|liegen|te gek voor woorden|zat van|slapen jullie|wat doen jullie|bedankt voor niks',
      `al (?:\\p{L}+ ){0,2}(?:weken|maanden)|(?:tweede|derde|vierde|zoveelste) keer|${NUMBER} keer (?:gebeld|gemeld|gemaild|gevraagd|geweest)|nog (?:steeds |altijd )?niet (?:opgelost|opgehaald|gemaakt|gerepareerd)|nog steeds geen`,
      // Praise and a long wait in one breath.
      `(?:chapeau|bravo|gefeliciteerd|knap|lekker) hoor|lekker bezig|(?<!\\p{L})(?:${PRAISE})(?!\\p{L}).*(?:${WAITED})`,
      'unacceptable|ridiculous|a complaint|nobody (?:answers|cares)',
    ),
  },
  {
    kind: 'melding',
    pattern: part(
      'lantaarn|straatlamp|stoeptegel|losse tegel|gat in|(?<!\\p{L})gaten(?!\\p{L})|verzakt|zwerfvuil|zwerfafval|kapot|overlast',
      'omgewaaid|omgevallen|tak(?:ken)? (?:op|over)|scheef|verstopt|container (?:is |zit )?vol|gedumpt|dumping',
      '(?<!\\p{L})glad(?:heid)?(?!\\p{L})|wateroverlast|onder water|vernield|graffiti|hondenpoep|ratten|is weg sinds|stinkt|gestolen|lekt',
      '(?<!\\p{L})broken|pothole|leaking',
    ),
  },
  // A question mark that asks nothing.
  {
    kind: 'mening',
    pattern: part('wie (?:heeft|verzint|bedenkt) d[aáií]t (?:uitgezocht|bedacht|verzonnen)|lelijker'),
  },
  { kind: 'vraag', pattern: /\?/u },
  {
    kind: 'vraag',
    pattern: word(
      'hoe laat|waar kan ik|wanneer|mag ik|kan ik|weet iemand|hoeveel kost|wat kost|iemand enig idee|hoe vraag ik|how do i|where can i',
    ),
  },
  {
    kind: 'compliment',
    pattern: word(
      'bedankt|dank|dankjewel|complimenten?|top|goud waard|geweldige?|pluim|chapeau|petje af|super (?:geholpen|snel|goed)|wat fijn',
      'mooi gedaan|hulde|blij mee|goed bezig|keurig|thank(?:s| you)|well done',
    ),
  },
  {
    kind: 'mening',
    pattern: part(
      '(?<!\\p{L})vind(?:t|en)?(?!\\p{L})|volgens mij|jammer dat|lelijk|onzin|weggegooid geld|zonde|in my opinion',
    ),
  },
];

const BURGEMEESTER = 'burgemeester(?!\\s+(?:\\p{L}+\\.?\\s+){0,2}\\p{L}*(?:straat|laan|weg|plein|kade|park))';

/**
 * Topics by the words people use; the names are the ones departments and standing answers are filed under. What always
 * needs a yes comes first: a post about parking and the alderman is about the alderman.
 */
export const TOPIC_RULES: readonly { readonly topic: string; readonly pattern: RegExp }[] = [
  {
    topic: 'politiek',
    pattern: part(
      `wethouder|${BURGEMEESTER}|gemeenteraad|raadslid|college van|coalitie|raadsvergadering|(?<!\\p{L})fusie`,
    ),
  },
  {
    topic: 'juridisch',
    pattern: part('bezwaar|woo-verzoek|ingebrekestelling|aansprakelijk|advocaat|naar de rechter|rechtbank|rechtszaak'),
  },
  { topic: 'verkiezingen', pattern: part('verkiezing|stempas|stembureau|stemlokaal|volmacht') },
  {
    topic: 'afval',
    pattern: part(
      'afval|grofvuil|grof vuil|container|kliko|vuilnis|milieustraat|gft|plastic|papierbak|glasbak|dumping|gedumpt|rommel|snoeihout|garbage|waste',
    ),
  },
  {
    topic: 'burgerzaken',
    pattern: part(
      'paspoort|id-?kaart|identiteitskaart|rijbewijs|verhuiz|uittreksel|trouwen|geboorte|aangifte|pasfoto|balie|digid|passport',
    ),
  },
  { topic: 'parkeren', pattern: part('parkeer|parkeren|blauwe zone|laadpaal|parking') },
  {
    topic: 'wegen',
    pattern: part(
      'stoep|tegel|asfalt|(?<!\\p{L})gat(?:en)?(?!\\p{L})|fietspad|lantaarn|straatlamp|verlichting|brug|drempel|wegwerk|opgebroken',
      'omleiding|strooi|gladheid|verkeer(?!d)|riool|(?<!\\p{L})putt?(?:en)?(?!\\p{L})|pothole|street ?light',
    ),
  },
  {
    topic: 'groen',
    pattern: part(
      'boom|bomen|takk?(?:en)?(?!\\p{L})|gras|maaien|onkruid|snoei|plantsoen|speeltuin|bankje|sloot|(?<!\\p{L})park(?!\\p{L})',
    ),
  },
  { topic: 'wonen', pattern: part('nieuwbouw|huurwoning|woning|vergunning|dakkapel|bestemmingsplan') },
  { topic: 'belastingen', pattern: part('belasting|woz|ozb|aanslag|kwijtschelding') },
  { topic: 'zorg', pattern: part('wmo|jeugdzorg|uitkering|bijstand|schulden|terugbetalen|huishoudelijke hulp') },
  { topic: 'dienstverlening', pattern: part('gebeld|in de wacht|wachtrij|onbereikbaar|geen gehoor|openingstijd') },
];
