import { randomUUID } from 'node:crypto';

const BOT = { id: '28:bench', name: 'Gehoor' };
const FROM = { id: '29:bench', name: 'Bench', aadObjectId: 'bench' };

/** What Teams sends when the app is added to a team. */
export function installation(serviceUrl: string): object {
  return {
    ...base(serviceUrl, '19:team@thread.tacv2'),
    type: 'installationUpdate',
    action: 'add',
  };
}

/** A click on a button of a card. */
export function click(serviceUrl: string, thread: string, verb: string, data: object): object {
  return {
    ...base(serviceUrl, thread),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: thread.split(';messageid=')[1],
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
}

function base(serviceUrl: string, conversation: string): object {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: FROM,
    recipient: BOT,
    locale: 'nl-NL',
    conversation: { id: conversation, isGroup: true, conversationType: 'channel', tenantId: 'bench' },
    channelData: {
      tenant: { id: 'bench' },
      team: { id: '19:team@thread.tacv2' },
      channel: { id: '19:webcare@thread.tacv2' },
    },
  };
}

/** Sends an activity as Teams does, and gives the answer when it is there. */
export async function send(
  bot: string,
  activity: object,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${bot}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}
