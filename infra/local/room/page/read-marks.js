// Which messages somebody has seen, kept in this browser.
const key = (email) => `room.read.${email}`;
const known = new Map();
// Another tab may have read something.
globalThis.addEventListener('storage', () => known.clear());

function read(email) {
  if (!known.has(email)) known.set(email, load(email));
  return known.get(email);
}

function load(email) {
  try {
    return new Set(JSON.parse(localStorage.getItem(key(email)) ?? '[]'));
  } catch {
    // Unreadable marks are no marks: everything counts as new again.
    return new Set();
  }
}

export const hasBeenRead = (email, id) => read(email).has(id);

export function markRead(email, ids) {
  const marks = read(email);
  const before = marks.size;
  for (const id of ids) marks.add(id);
  if (marks.size === before) return false;
  localStorage.setItem(key(email), JSON.stringify([...marks].slice(-2000)));
  return true;
}
