// The bar on top: who I am, and light or dark.
import { dressAvatar, el } from './dom.js';
import { icon } from './icons.js';
import { model, unreadFor } from './model.js';
import { say } from './words.js';

const KEY = 'room.look';
const system = globalThis.matchMedia('(prefers-color-scheme: dark)');

export function startTop(become) {
  document.getElementById('organisation').textContent = model.organisation;
  document.getElementById('what').textContent = say('what');
  document.getElementById('skip').textContent = say('skip');
  document.getElementById('me-label').textContent = say('iAm');
  const menu = document.getElementById('menu');
  menu.setAttribute('aria-label', say('menu'));
  menu.append(icon('menu'));
  const select = document.getElementById('me');
  select.addEventListener('change', () => become(model.people.find((person) => person.email === select.value)));
  document.getElementById('theme').addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
    dress();
  });
  system.addEventListener('change', dress);
  dress();
}

/** Who I am, with for everybody how much is new. */
export function drawPeople() {
  const select = document.getElementById('me');
  const group = (label, people) =>
    people.length === 0 ? null : el('optgroup', { label }, ...people.map((person) => option(person)));
  const team = model.people.filter((person) => person.inTeam);
  const others = model.people.filter((person) => !person.inTeam);
  const groups = [group(say('team'), team), group(say('others'), others)];
  const list = el('select', {}, ...groups.filter((found) => found !== null));
  // Putting in the same options again would shut the list while somebody chooses from it.
  if (list.innerHTML !== select.innerHTML) select.replaceChildren(...list.childNodes);
  select.value = model.me.email;
  dressAvatar(document.getElementById('me-avatar'), model.me.name);
}

function option(person) {
  const count = person === model.me ? 0 : unreadFor(person).length;
  return el('option', { value: person.email }, count === 0 ? person.name : `${person.name} (${count})`);
}

const isDark = () => (localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light')) === 'dark';

function dress() {
  document.documentElement.dataset.look = isDark() ? 'dark' : 'light';
  const button = document.getElementById('theme');
  button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  button.setAttribute('aria-label', say(isDark() ? 'toLight' : 'toDark'));
  button.title = say(isDark() ? 'toLight' : 'toDark');
}
