// Makes an element. Text goes in as text only: strings become text nodes, nothing is ever parsed as HTML.
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Dark enough for white letters on them, in both looks.
const COLOURS = ['#8b4a62', '#2f6b4f', '#3b5ea8', '#7a5200', '#6b4fa0', '#0b6a75', '#a33f2c', '#4a5b6c'];

/** Initials on a colour that belongs to the name. */
export function avatar(name, extra = '') {
  const element = el('span', { class: `avatar ${extra}`, 'aria-hidden': 'true' });
  dressAvatar(element, name);
  return element;
}

export function dressAvatar(element, name) {
  const words = name.split(/\s+/);
  element.textContent = (words[0][0] + (words.length > 1 ? words[words.length - 1][0] : '')).toUpperCase();
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  element.style.backgroundColor = COLOURS[sum % COLOURS.length];
}
