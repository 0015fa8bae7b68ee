async function post(path, body) {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export async function readState() {
  return (await fetch('/api/state')).json();
}

export const sayTo = (body) => post('say', body);
export const invoke = (body) => post('invoke', body);
export const answerFile = (body) => post('file', body);
export const submit = (body) => post('submit', body);

/** Calls the handlers on every change; `open` after each (re)connection, `lost` when it breaks. */
export function follow({ open, lost, message, conversation, bot }) {
  const source = new EventSource('/api/events');
  source.addEventListener('open', open);
  source.addEventListener('error', lost);
  source.addEventListener('message', (event) => message(JSON.parse(event.data).message));
  source.addEventListener('conversation', (event) => conversation(JSON.parse(event.data).conversation));
  source.addEventListener('bot', (event) => bot(JSON.parse(event.data).answers));
}
