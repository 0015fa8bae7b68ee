import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type SignIn } from './config.ts';

/** How the SDK signs in; an empty app id switches authentication off, which `config.ts` allows on loopback only. */
export function authenticationFor(signIn: SignIn): ConfigurationBotFrameworkAuthentication {
  if (signIn.type === 'none') return new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' });
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppType: signIn.type,
    MicrosoftAppId: signIn.id,
    MicrosoftAppTenantId: signIn.tenantId,
    ...(signIn.type === 'SingleTenant' ? { MicrosoftAppPassword: signIn.password.reveal() } : {}),
  });
}
