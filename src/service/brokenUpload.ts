import type { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

/**
 * Keeps a connection open for reading once it does not take the rest of an upload. Whoever refuses an upload early answers and closes;
 * the answer has arrived by the time that writing fails, and Node would throw it away with the connection. What is read afterwards, the
 * answer or the end, ends the connection as ever.
 * @returns the socket given
 */
export function hearingAnswer<S extends Socket>(socket: S): S {
  const write = socket._write.bind(socket);
  const writeSeveral = socket._writev?.bind(socket);
  const unlessClosed =
    (written: Written): Written =>
    (error) => {
      if (!error || !closedByOther(error)) written(error);
    };
  socket._write = (chunk, encoding, written) => write(chunk, encoding, unlessClosed(written));
  if (writeSeveral)
    socket._writev = (chunks, written) => writeSeveral(chunks, unlessClosed(written));
  return socket;
}

function closedByOther({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ECONNRESET';
}
