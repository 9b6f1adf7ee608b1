import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pagePolicy } from './security-headers.js';

/**
 * Serves the built dashboard: its files as they are, and its page for every other address outside `/api`, because
 * the page's router knows them. The page gets a nonce of its own each time, in a meta tag where the page finds it.
 */
export async function serveDashboard(server: FastifyInstance, dir: string): Promise<void> {
  const pageFile = join(dir, 'index.html');
  if (!existsSync(pageFile)) return;
  const [before = '', ...after] = readFileSync(pageFile, 'utf8').split('<head>');
  const page = (nonce: string): string =>
    `${before}<head>\n    <meta name="csp-nonce" content="${nonce}" />${after.join('<head>')}`;

  await server.register(fastifyStatic, {
    root: dir,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    setHeaders: (reply, path) => {
      // Vite puts a digest of the content into the names of these files.
      const forever = path.startsWith(join(dir, 'assets'));
      void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(18).toString('base64url');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page(nonce));
  };
  server.get('/', (_request, reply) => sendPage(reply));
  server.get('/*', (request, reply) => {
    const path = request.url.split('?', 1).join('');
    const isFile = /\.[A-Za-z0-9]+$/.test(path);
    if (path === '/api' || path.startsWith('/api/') || isFile) reply.callNotFound();
    else void sendPage(reply);
  });
}
