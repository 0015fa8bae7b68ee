// What happens after a click on a card's button.
import * as api from './api.js';
import { keepVersion, model } from './model.js';
import { clearNotice, noticeUnder } from './notices.js';
import { say } from './words.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const TEXT = 'application/vnd.microsoft.activity.message';

/** Clicks an Action.Execute and shows what the bot answers. `redraw` is called when this person gets another card. */
export async function execute(message, verb, data, redraw) {
  const me = model.me;
  model.clicked = { thread: message.thread, at: Date.now() };
  await whileBusy(message, async () => {
    const answer = await api.invoke({ ...place(message, me), verb, data });
    const { statusCode = 200, type, value } = answer.body ?? {};
    if (answer.status !== 200) noticeUnder(message.id, 'error', say('wrong'));
    else if (type === CARD) {
      keepVersion(me, message.id, value, answer.edited ?? 0);
      if (model.me === me) redraw();
    } else if (type === TEXT && statusCode < 400) noticeUnder(message.id, 'info', String(value));
    else noticeUnder(message.id, 'error', value?.message ?? say('wrong'));
  });
}

/** Clicks an Action.Submit: there is no answer but whether it arrived. */
export async function submit(message, data) {
  await whileBusy(message, async () => {
    const { status } = await api.submit({ ...place(message, model.me), data });
    if (status === null || status >= 300) noticeUnder(message.id, 'error', say('wrong'));
  });
}

/** Says yes or no to a file that the bot offers. */
export async function answerFile(message, accept) {
  await whileBusy(message, async () => {
    const { status } = await api.answerFile({ ...place(message, model.me), accept });
    if (status === null || status >= 300) noticeUnder(message.id, 'error', say('wrong'));
  });
}

const place = (message, me) => ({ as: me.email, conversation: message.thread, activityId: message.id });

async function whileBusy(message, work) {
  const element = document.getElementById(`m${message.id}`);
  if (element?.getAttribute('aria-busy') === 'true') return;
  clearNotice(message.id);
  element?.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch {
    // The room itself did not answer, or refused: to the person it is one and the same.
    noticeUnder(message.id, 'error', say('wrong'));
  } finally {
    element?.removeAttribute('aria-busy');
  }
}
