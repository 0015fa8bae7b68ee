import { Router } from 'express';
import { type Answer, refusal, send } from './answer.ts';
import { type Board, connectorName, maySee } from './board.ts';
import { ROOM_GROUP, ROOM_TEAM } from './identity.ts';
import { asMember, type MemberAccount, type People } from './people.ts';

/** Pages are this long unless asked otherwise; Teams allows 50 to 500. */
const PAGE = 200;

/** The connector's routes on who is in a conversation, and on the team and its channels. */
export function rosterRoutes({ board, people, team }: { board: Board; people: People; team: string }): Router {
  const routes = Router();

  const members = (conversation: string): MemberAccount[] | null => {
    const found = board.find(conversation);
    return found === null ? null : people.all.filter((person) => maySee(person, found)).map(asMember);
  };
  const about = (conversation: string, answer: (found: MemberAccount[]) => Answer): Answer => {
    const found = members(conversation);
    return found === null ? refusal(404, 'ConversationNotFound', `There is no ${conversation}`) : answer(found);
  };

  routes.get('/conversations/:conversation/members', (request, response) => {
    send(
      response,
      about(request.params.conversation, (body) => ({ status: 200, body })),
    );
  });

  routes.get('/conversations/:conversation/pagedmembers', (request, response) => {
    const size = Math.min(500, Math.max(1, Number(request.query['pageSize'] ?? PAGE) || PAGE));
    const from = Number(request.query['continuationToken'] ?? 0) || 0;
    const page = (all: MemberAccount[]): Answer => {
      const more = from + size < all.length ? { continuationToken: String(from + size) } : {};
      return { status: 200, body: { members: all.slice(from, from + size), ...more } };
    };
    send(response, about(request.params.conversation, page));
  });

  routes.get('/conversations/:conversation/members/:id', (request, response) => {
    const { conversation, id } = request.params;
    const one = (all: MemberAccount[]): Answer => {
      const body = all.find((member) => member.id === id || member.aadObjectId === id);
      return body ? { status: 200, body } : refusal(404, 'MemberNotFoundInConversation', `No member ${id}`);
    };
    send(response, about(conversation, one));
  });

  routes.get('/teams/:team', (request, response) => {
    const body = { id: ROOM_TEAM, name: team, aadGroupId: ROOM_GROUP };
    send(response, request.params.team === ROOM_TEAM ? { status: 200, body } : noTeam());
  });

  routes.get('/teams/:team/conversations', (request, response) => {
    const channels = board.conversations.filter((conversation) => conversation.kind === 'channel');
    const body = { conversations: channels.map((channel) => ({ id: channel.id, name: connectorName(channel) })) };
    send(response, request.params.team === ROOM_TEAM ? { status: 200, body } : noTeam());
  });

  return routes;
}

function noTeam(): Answer {
  return refusal(404, 'TeamNotFound', 'There is one team in the room, and this is not it');
}
