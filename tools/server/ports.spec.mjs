import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { choosePort } from './ports.mjs';

describe('the port to serve on', () => {
  it('is the one that was asked for, free or not: the server names a wrong one', async () => {
    assert.deepEqual(await choosePort('80', '127.0.0.1'), { port: '80', instead: false });
    assert.deepEqual(await choosePort('none', '127.0.0.1'), { port: 'none', instead: false });
  });

  it('is the next free one when the usual one is taken', async () => {
    const first = await choosePort(undefined, '127.0.0.1');
    const other = createServer().listen(Number(first.port), '127.0.0.1');
    await once(other, 'listening');
    const second = await choosePort('', '127.0.0.1');
    other.close();
    assert.ok(Number(second.port) > Number(first.port));
    assert.equal(second.instead, true);
  });
});
