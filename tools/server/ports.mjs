import { createServer } from 'node:net';

const standard = 3000;

/**
 * The port to serve on: PORT when it is set, or else the first free one from 3000.
 * @param {string | undefined} wanted
 * @param {string} host
 * @returns {Promise<{ port: string, instead: boolean }>} instead: 3000 was taken
 */
export async function choosePort(wanted, host) {
  // A wrong one, or one in use, is for the API to name.
  if (wanted) return { port: wanted, instead: false };
  for (let port = standard; port < standard + 100; port += 1) {
    if (await isFree(port, host)) return { port: String(port), instead: port !== standard };
  }
  throw new Error(`No port from ${standard} to ${standard + 99} is free; set PORT to one that is.`);
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
