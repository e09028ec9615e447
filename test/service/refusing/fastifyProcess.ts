/** Fastify as one writes it: a hook checks the token; its limit for bodies goes by the declared length. */
import Fastify from 'fastify';
import { LARGEST, tokenExpired } from './refusingServer.ts';

const app = Fastify({ bodyLimit: LARGEST });
app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
  done(null, body),
);
app.addHook('onRequest', async (request, reply) => {
  if (request.url.startsWith('/401')) return reply.code(401).send(tokenExpired);
});
app.post('/401', () => ({}));
app.post('/413', () => ({}));
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit());
