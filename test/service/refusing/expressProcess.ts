/** Express as one writes it: the token is checked before anything reads the upload. Some servers close the connection as they refuse. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { LARGEST, tokenExpired } from './refusingServer.ts';

const app = express();
app.use('/401', (_request, response) => {
  response.status(401).json(tokenExpired);
});
app.use('/413', (request, response, next) => {
  if (Number(request.headers['content-length']) <= LARGEST) next();
  else response.status(413).set('connection', 'close').json({ message: 'Too large' });
});
const server = app.listen(0, '127.0.0.1', () =>
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.once('disconnect', () => process.exit());
