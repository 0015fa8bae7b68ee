import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { type SignIn } from './config.ts';

/** How jsonwebtoken names a token that does not hold. */
const NOT_A_TOKEN = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError']);

/**
 * botbuilder's own check of who calls. A token of which the signature does not hold is thrown there as any error is, and
 * would be answered as a fault of ours; it is a refusal.
 */
class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  override async authenticateRequest(
    ...asked: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']> {
    try {
      return await super.authenticateRequest(...asked);
    } catch (error) {
      if (error instanceof Error && NOT_A_TOKEN.has(error.name))
        throw new AuthenticationError('The token does not hold.', 401);
      throw error;
    }
  }
}

/** How the SDK signs in; an empty app id switches authentication off, which `config.ts` allows on loopback only. */
export function authenticationFor(signIn: SignIn): ConfigurationBotFrameworkAuthentication {
  if (signIn.type === 'none') return new BotAuthentication({ MicrosoftAppId: '' });
  return new BotAuthentication({
    MicrosoftAppType: signIn.type,
    MicrosoftAppId: signIn.id,
    MicrosoftAppTenantId: signIn.tenantId,
    ...(signIn.type === 'SingleTenant' ? { MicrosoftAppPassword: signIn.password.reveal() } : {}),
  });
}
