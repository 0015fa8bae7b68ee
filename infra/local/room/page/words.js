// Every word of the page, Dutch first. `{0}` is filled in.
const WORDS = {
  what: ['Teamsruimte op deze computer', 'Teams room on this computer'],
  skip: ['Naar het nieuwste bericht', 'To the newest message'],
  menu: ['Kanalen en chats', 'Channels and chats'],
  iAm: ['Ik ben:', 'I am:'],
  toDark: ['Donker uiterlijk', 'Dark look'],
  toLight: ['Licht uiterlijk', 'Light look'],
  team: ['Team', 'Team'],
  others: ['Collega’s in de organisatie', 'Colleagues in the organisation'],
  side: ['Kanalen en chats', 'Channels and chats'],
  activity: ['Activiteit', 'Activity'],
  activityAbout: ['Vermeldingen van mij en berichten aan mij', 'Where I am mentioned, and messages to me'],
  channels: ['Kanalen', 'Channels'],
  general: ['Algemeen', 'General'],
  chats: ['Chats', 'Chats'],
  noChats: [
    'Nog geen chat. Gehoor begint er een als er een vraag is.',
    'No chat yet. Gehoor starts one when it has a question.',
  ],
  notInTeam: ['{0} is geen lid van het team.', '{0} is no member of the team.'],
  newForOthers: ['Nieuw voor collega’s', 'New for colleagues'],
  become: ['{0} worden, {1} nieuw', 'Become {0}, {1} new'],
  count: ['{0} nieuw', '{0} new'],
  allRead: ['Alles gelezen', 'Mark all as read'],
  noActivity: [
    'Nog niets. Hier staat het als iemand je noemt.',
    'Nothing yet. You find it here when somebody mentions you.',
  ],
  mentionedYou: ['{0} noemde je in {1}', '{0} mentioned you in {1}'],
  wroteYou: ['{0} schreef je', '{0} wrote to you'],
  channelAbout: ['Kanaal van {0}', 'Channel of {0}'],
  chatAbout: ['Chat tussen {0} en Gehoor', 'Chat between {0} and Gehoor'],
  empty: [
    'Nog geen berichten. Zodra er iets binnenkomt, staat het hier.',
    'No messages yet. They appear here as they come in.',
  ],
  emptyChat: ['Nog geen berichten. Schrijf Gehoor gerust iets.', 'No messages yet. Feel free to write to Gehoor.'],
  noPlace: [
    '{0} heeft hier geen toegang. Kies links een kanaal of chat.',
    '{0} has no access here. Choose a channel or chat on the left.',
  ],
  earlierThreads: ['Eerdere gesprekken tonen ({0})', 'Show earlier conversations ({0})'],
  earlierReply: ['1 eerder antwoord tonen', 'Show 1 earlier reply'],
  earlierReplies: ['{0} eerdere antwoorden tonen', 'Show {0} earlier replies'],
  thread: ['Gesprek: {0}', 'Conversation: {0}'],
  edited: ['Bijgewerkt', 'Updated'],
  onlyYou: ['Alleen jij ziet deze versie', 'Only you see this version'],
  removed: ['Dit bericht is verwijderd.', 'This message was removed.'],
  card: ['Kaart', 'Card'],
  cannotShow: ['Deze kaart kan hier niet worden getoond.', 'This card cannot be shown here.'],
  fileOffered: ['{0} ({1} kB)', '{0} ({1} kB)'],
  fileAccept: ['Toestaan', 'Allow'],
  fileDecline: ['Weigeren', 'Decline'],
  fileOpen: ['{0} downloaden', 'Download {0}'],
  reply: ['Antwoorden in dit gesprek', 'Reply in this conversation'],
  newPost: ['Een nieuw gesprek beginnen', 'Start a new conversation'],
  write: ['Schrijf Gehoor een bericht', 'Write Gehoor a message'],
  send: ['Versturen', 'Send'],
  mention: ['@Gehoor', '@Gehoor'],
  mentionTitle: [
    'Gehoor leest in een kanaal alleen wat aan @Gehoor gericht is',
    'In a channel Gehoor reads only what mentions @Gehoor',
  ],
  notHeard: [
    'Gehoor heeft dit niet gelezen: zonder @Gehoor blijft het tussen collega’s.',
    'Gehoor did not read this: without @Gehoor it stays between colleagues.',
  ],
  newMessage: ['Nieuw bericht van {0} in {1}: {2}', 'New message by {0} in {1}: {2}'],
  toNewest: ['Nieuwste bericht', 'Newest message'],
  botAway: [
    'Gehoor geeft geen antwoord. Knoppen doen het weer zodra de bot draait; berichten in het kanaal blijven staan.',
    'Gehoor does not answer. Buttons work again as soon as the bot runs; messages stay.',
  ],
  roomAway: [
    'De verbinding met de Teamsruimte is weg. Er wordt opnieuw verbinding gezocht…',
    'The connection to the Teams room is lost. Reconnecting…',
  ],
  wrong: [
    'Er ging iets mis. Wat je typte staat er nog; probeer het zo opnieuw.',
    'Something went wrong. What you typed is still there; try again in a moment.',
  ],
  notSent: [
    'Gehoor heeft dit bericht niet gekregen. Probeer het zo opnieuw.',
    'Gehoor did not get this message. Try again in a moment.',
  ],
  badLink: [
    'Deze link wordt niet geopend: alleen https-adressen mogen.',
    'This link is not opened: only https addresses are allowed.',
  ],
  unsupported: ['Deze knop werkt niet in de Teamsruimte.', 'This button does not work in the Teams room.'],
  more: ['Meer', 'More'],
  close: ['Sluiten', 'Close'],
};

let column = 0;

export function speak(language) {
  column = language === 'en' ? 1 : 0;
  document.documentElement.lang = language;
}

export function say(key, ...values) {
  return WORDS[key][column].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
}

const locale = () => (column === 1 ? 'en-GB' : 'nl-NL');
const format = (options) => (iso) =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Amsterdam', ...options }).format(new Date(iso));

/** "10:21", and on another day "di 24 nov 10:21". */
export function moment(iso) {
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const time = format({ hour: '2-digit', minute: '2-digit' })(iso);
  return day(iso) === day(new Date().toISOString()) ? time : `${day(iso).replace(',', '')} ${time}`;
}
