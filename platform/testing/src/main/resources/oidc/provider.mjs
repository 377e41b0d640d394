// An OpenID provider for tests: a certified implementation with pages for logging in and consenting, and the accounts that lie beside it.
// Run as: node provider.mjs PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI...
// An account is a file accounts/SUB.json with the claims of its owner; it may be added while this runs. Each start makes keys of its own.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [port, clientId, clientSecret, ...redirectUris] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

async function findAccount(context, sub) {
  if (!/^[\w-]+$/.test(sub)) return undefined;
  try {
    const claims = JSON.parse(await readFile(new URL(`accounts/${sub}.json`, import.meta.url), 'utf8'));
    return { accountId: sub, claims: () => ({ ...claims, sub }) };
  } catch (unknown) {
    if (unknown.code === 'ENOENT') return undefined;
    throw unknown;
  }
}

const provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, token_endpoint_auth_method: 'client_secret_basic' }],
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomUUID()] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  // As with Google, the claims of the scopes are in the id token.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  findAccount,
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
});

function page(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html><title>Test provider</title>${body}`);
}

function pageOf({ uid, prompt }) {
  const decline = `<a href="/interaction/${uid}/abort">Decline</a>`;
  return prompt.name === 'login'
    ? `<form method="post" action="/interaction/${uid}/login"><input name="login" required><button>Log in</button></form>${decline}`
    : `<form method="post" action="/interaction/${uid}/confirm"><button>Allow</button></form>${decline}`;
}

async function formOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

async function grantOf({ grantId, params, prompt, session }) {
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  const { missingOIDCScope, missingOIDCClaims } = prompt.details;
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims);
  return grant.save();
}

async function interact(request, response, step) {
  const interaction = await provider.interactionDetails(request, response);
  const finish = (result) => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  switch (`${request.method} ${step}`) {
    case 'GET ':
      return page(response, 200, pageOf(interaction));
    case 'POST login': {
      const login = (await formOf(request)).get('login') ?? '';
      return (await findAccount(undefined, login))
        ? finish({ login: { accountId: login } })
        : page(response, 403, 'There is no such account.');
    }
    case 'POST confirm':
      return finish({ consent: { grantId: await grantOf(interaction) } });
    case 'GET abort':
      return finish({ error: 'access_denied', error_description: 'The user declined.' });
    default:
      return page(response, 404, 'There is no such page.');
  }
}

const ofProvider = provider.callback();

createServer((request, response) => {
  const match = /^\/interaction\/[\w-]+\/?(\w*)$/.exec(new URL(request.url, issuer).pathname);
  if (!match) return ofProvider(request, response);
  return interact(request, response, match[1]).catch((failed) => page(response, 400, failed.name));
}).listen(Number(port), '127.0.0.1');
