import {
  type Activity,
  type ChannelAccount,
  type ChannelInfo,
  type ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type TeamsChannelAccount,
} from 'botbuilder';
import { ClaimsIdentity, type ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { Fault } from '../services/ports/fault.ts';
import { type Metrics } from '../services/ports/metrics.ts';
import { type Trace } from '../services/ports/trace.ts';
import { isRefusal, retryAfterOf, statusOf } from './teams-answer.ts';

/** A call to Teams that takes longer is given up: a lock on a dialogue lasts longer than this. */
const TIMEOUT_MS = 15_000;

/** The SDK asks for more than Teams reads. */
type NewConversation = Parameters<ConnectorClient['conversations']['createConversation']>[0];
type PageOfMembers = Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1];

export interface ConnectorOptions {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly botId: string;
  readonly metrics: Metrics;
  readonly trace: Trace;
}

/**
 * Bot Connector calls outside a turn, each sent once: the client's own retry policy is taken out, for a POST that is
 * repeated after a lost answer stands in the channel twice. Failures become `Fault('teams')`.
 */
export class Connector {
  private readonly clients = new Map<string, Promise<ConnectorClient>>();
  private readonly options: ConnectorOptions;

  constructor(options: ConnectorOptions) {
    this.options = options;
  }

  /** A new thread in a channel. Gives the conversation's id with `;messageid=`, and the id of its first message. */
  async openThread(
    serviceUrl: string,
    parameters: Partial<ConversationParameters>,
  ): Promise<{ thread: string; activity: string }> {
    const answer = await this.call(serviceUrl, (client) =>
      client.conversations.createConversation(parameters as NewConversation),
    );
    const thread = answer.id;
    const activity = thread.split(';messageid=')[1] ?? answer.activityId;
    if (!activity) throw new Fault('teams', 'Teams made a thread and gave no id of its message');
    return { thread, activity };
  }

  async openPersonal(serviceUrl: string, parameters: Partial<ConversationParameters>): Promise<string> {
    const answer = await this.call(serviceUrl, (client) =>
      client.conversations.createConversation(parameters as NewConversation),
    );
    return answer.id;
  }

  async send(serviceUrl: string, conversation: string, activity: Partial<Activity>): Promise<string> {
    const answer = await this.call(serviceUrl, (client) =>
      client.conversations.sendToConversation(conversation, activity as Activity),
    );
    return answer.id;
  }

  async update(
    serviceUrl: string,
    conversation: string,
    id: string,
    activity: Partial<Activity>,
  ): Promise<'updated' | 'gone'> {
    const edit = { ...activity, id } as Activity;
    return this.unlessGone(
      this.call(serviceUrl, (client) => client.conversations.updateActivity(conversation, id, edit)),
    );
  }

  async remove(serviceUrl: string, conversation: string, id: string): Promise<'updated' | 'gone'> {
    return this.unlessGone(this.call(serviceUrl, (client) => client.conversations.deleteActivity(conversation, id)));
  }

  /** Everybody in a team, by the conversation id of any of its channels. */
  async members(serviceUrl: string, conversation: string): Promise<readonly TeamsChannelAccount[]> {
    const members: ChannelAccount[] = [];
    let continuationToken: string | undefined;
    do {
      const token = continuationToken;
      const page = await this.call(serviceUrl, (client) =>
        client.conversations.getConversationPagedMembers(conversation, {
          pageSize: 200,
          continuationToken: token,
        } as PageOfMembers),
      );
      members.push(...page.members);
      continuationToken = page.continuationToken;
    } while (continuationToken);
    return members;
  }

  /** The channels of a team. General comes without a name. */
  async channels(serviceUrl: string, team: string): Promise<readonly ChannelInfo[]> {
    const { conversations } = await this.call(serviceUrl, ({ credentials }) =>
      new TeamsConnectorClient(credentials, { baseUri: serviceUrl }).teams.fetchChannelList(team),
    );
    return conversations ?? [];
  }

  private async unlessGone(call: Promise<unknown>): Promise<'updated' | 'gone'> {
    try {
      await call;
      return 'updated';
    } catch (fault) {
      if (isRefusal(fault)) return 'gone';
      throw fault;
    }
  }

  private async call<T>(serviceUrl: string, deed: (client: ConnectorClient) => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await this.options.trace.within('teams', {}, () => this.callOnce(serviceUrl, deed));
    } finally {
      this.options.metrics.took('call.duration', performance.now() - began, { to: 'teams' });
    }
  }

  private async callOnce<T>(serviceUrl: string, deed: (client: ConnectorClient) => Promise<T>): Promise<T> {
    const timeout = new AbortController();
    try {
      const client = await this.client(serviceUrl);
      return await Promise.race([deed(client), expiry(timeout.signal)]);
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault(
        'teams',
        `Teams answered ${statusOf(error) ?? 'nothing'}: the message is tried again`,
        error,
        retryAfterOf(error),
      );
    } finally {
      timeout.abort();
    }
  }

  private client(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const made = this.make(serviceUrl);
    this.clients.set(serviceUrl, made);
    made.catch(() => this.clients.delete(serviceUrl));
    return made;
  }

  private async make(serviceUrl: string): Promise<ConnectorClient> {
    const { authentication, botId } = this.options;
    const identity = new ClaimsIdentity([
      { type: 'aud', value: botId },
      { type: 'appid', value: botId },
    ]);
    const client = await authentication
      .createConnectorFactory(identity)
      .create(serviceUrl, 'https://api.botframework.com');
    const { pipeline } = (
      client as unknown as { client: { pipeline: { removePolicy(policy: { name: string }): unknown } } }
    ).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return client;
  }
}

function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Fault('teams', `Teams gave no answer within ${TIMEOUT_MS / 1000} s: the message is tried again`));
    }, TIMEOUT_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}
