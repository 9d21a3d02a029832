// A real OpenID Connect provider of a city, in a process of its own: `node oidc-process.mjs <port> <redirect uri>`. Whoever
// asks is signed in at once as the subject that was named last at /who?sub=…
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
let subject = 'nobody';

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'simpul',
      client_secret: 'a secret of the test and of nobody else',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ['only in a test'] },
  findAccount: (_context, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: 'kepala@uptd-ppa.simpul.example' }),
  }),
});

async function answer(request, response) {
  const url = new URL(request.url, issuer);
  if (url.pathname === '/who') {
    subject = url.searchParams.get('sub');
    return response.end('ok');
  }
  if (!url.pathname.startsWith('/interaction/')) return provider.callback()(request, response);
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: subject } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const grantId = await grant.save();
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId } },
    { mergeWithLastSubmission: true },
  );
}

createServer((request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1', () =>
  process.send?.('ready'),
);
process.once('disconnect', () => process.exit(0));
