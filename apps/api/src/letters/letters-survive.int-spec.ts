import { once } from 'node:events';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { remindersSchema } from '@courseline/contracts';
import { aClinic, aMember, aPatient, type TestClinic } from '../../test/builders/index.js';
import { startMailCatcher, type MailCatcher } from '../../test/mail-catcher.js';
import { startProduct, type ProductProcess } from '../../test/product-process.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { eventually } from '../../test/eventually.js';
import { newId } from '../database/ids.js';
import { SystemClock } from '../http/clock.js';

/** The real queue in processes of its own, killed at the worst moments. The app here only arranges and looks. */
const machine = new SystemClock();
let mail: MailCatcher;
let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let person: SignedIn;
let path: string;
let running: ProductProcess[] = [];

beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startTestApp({
    now: machine.now().toISOString(),
    settings: { mail: { smtpUrl: mail.url, from: 'clinic@example.org' } },
  });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});
beforeEach(async () => {
  app.clock.set(machine.now().toISOString());
  clinic = await aClinic(app);
  nurse = await aMember(app, clinic, ['nurse']);
  const patient = await aPatient(app, clinic, { team: [nurse] });
  person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  path = `${clinic.path}/patients/${patient.id}/check-in-letters`;
});
afterEach(async () => {
  await Promise.all(running.map((product) => product.kill()));
  running = [];
});

async function start(): Promise<ProductProcess> {
  const product = await startProduct(app.config, await freePort());
  running.push(product);
  return product;
}

async function kill(product: ProductProcess): Promise<void> {
  running = running.filter((one) => one !== product);
  await product.kill();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Has the nurse send the patient a link, by the process that is asked. */
async function send(product: ProductProcess): Promise<void> {
  const answer = await fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      'idempotency-key': newId(),
      cookie: `__Host-sid=${nurse.token}`,
    },
  });
  expect(remindersSchema.parse(await answer.json()).reminders).toHaveLength(1);
}

const caught = () => mail.letters.filter(({ to }) => to.includes(person.email));
const state = async (): Promise<string | undefined> =>
  (await app.sql<{ state: string }>(`select state from message where clinic_id = $1`, [clinic.id]))[0]?.state;

/** Keeps everybody else from what the statement locks, until it is let go. */
async function locked(statement: string, parameters: readonly unknown[] = []): Promise<() => Promise<void>> {
  const owner = new Client({ connectionString: app.config.ownerDatabaseUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query(statement, [...parameters]);
  return async () => {
    await owner.query('rollback');
    await owner.end();
  };
}

describe('a letter', () => {
  it('is sent once by two processes that hear of it together', async () => {
    const [one] = [await start(), await start()];
    await send(one);
    await eventually(async () => expect(await state()).toBe('sent'));
    await Promise.all(running.map((product) => product.stop()));
    running = [];
    expect(caught()).toHaveLength(1);
  });

  it('is sent once, by the next process, when the first is killed between the commit and the queue', async () => {
    const first = await start();
    const letGo = await locked('lock table queue.job in access exclusive mode');
    await send(first);
    expect(await state()).toBe('queued');
    await kill(first);
    await letGo();
    await start();
    await eventually(async () => expect(await state()).toBe('sent'));
    expect(caught()).toHaveLength(1);
  });

  it('is not sent again when the process is killed after the mail server took it, before that was written down', async () => {
    const first = await start();
    const letGo = await heldBeforeMark();
    await send(first);
    await eventually(() => expect(caught()).toHaveLength(1));
    expect(await state()).toBe('sending');
    await kill(first);
    await letGo();
    await start();
    await eventually(async () => expect(await state()).toBe('unknown'));
    expect(caught()).toHaveLength(1);
  });

  it('is left in line, or sent, by a process that is asked to end', async () => {
    const product = await start();
    const letGo = await locked('lock table queue.job in access exclusive mode');
    await send(product);
    await letGo();
    running = [];
    expect(await product.stop()).toBe('SIGTERM');
    expect(['queued', 'sent']).toContain(await state());
  });
});

/** Lets a message become `sending`, and stops whoever would move it on from there. */
async function heldBeforeMark(): Promise<() => Promise<void>> {
  await app.sql(`
    create function hold_the_mark() returns trigger language plpgsql as $$ begin
      if old.state = 'sending' and new.state = 'sent' then perform pg_advisory_xact_lock(4711); end if;
      return new;
    end $$;
    alter function hold_the_mark() set search_path = pg_catalog;
    create trigger hold_the_mark before update on message for each row execute function hold_the_mark()`);
  const letGo = await locked('select pg_advisory_xact_lock(4711)');
  return async () => {
    await letGo();
    await app.sql(`drop trigger hold_the_mark on message; drop function hold_the_mark()`);
  };
}
