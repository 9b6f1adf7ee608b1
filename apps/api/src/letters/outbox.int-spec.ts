import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { aClinic, aMember, type TestClinic } from '../../test/builders/index.js';
import { startMailCatcher, type MailCatcher } from '../../test/mail-catcher.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { AppDatabase } from '../database/app-database.js';
import { newId } from '../database/ids.js';
import { Deliveries } from './deliveries.js';
import { LetterWriters } from './letter-writers.js';
import { Outbox, type Outgoing } from './outbox.js';

@Injectable()
class ProbeWriter implements OnModuleInit {
  constructor(private readonly writers: LetterWriters) {}

  onModuleInit(): void {
    this.writers.add('probe', ({ clinic, recipient, cause }) => {
      if (cause === 'broken') throw new Error('cannot be written');
      return Promise.resolve(
        cause === 'over'
          ? null
          : { subject: 'A probe', text: `${clinic.name} to ${recipient.name}: ${cause}` },
      );
    });
  }
}

@Module({ providers: [ProbeWriter] })
class ProbeModule {}

let mail: MailCatcher;
let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;

beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startTestApp({
    settings: { mail: { smtpUrl: mail.url, from: 'clinic@example.org' } },
    features: [ProbeModule],
  });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});
beforeEach(async () => {
  clinic = await aClinic(app);
  nurse = await aMember(app, clinic, ['nurse']);
});

const actor = () => ({ accountId: nurse.accountId, clinicId: clinic.id });
const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  clinicId: clinic.id,
  to: nurse.accountId,
  kind: 'probe',
  cause: newId(),
  createdBy: nurse.accountId,
  ...more,
});
const add = (more: Partial<Outgoing> = {}): Promise<string | null> =>
  app.nest.get(AppDatabase).transaction(actor(), (sql) => app.nest.get(Outbox).add(sql, outgoing(more)));
const deliver = (): Promise<void> => app.nest.get(Deliveries).deliver(clinic.id);
const caught = () => mail.letters.filter(({ to }) => to.includes(nurse.email));
const states = async (): Promise<string[]> =>
  (
    await app.sql<{ state: string }>(`select state from message where clinic_id = $1 order by id`, [
      clinic.id,
    ])
  ).map(({ state }) => state);

describe('a message', () => {
  it('is sent once, however often and by however many it is tried', async () => {
    await add();
    await Promise.all(Array.from({ length: 5 }, deliver));
    await deliver();
    expect(caught()).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('is one for each cause, kind and recipient', async () => {
    expect(await add({ cause: 'the same' })).not.toBeNull();
    expect(await add({ cause: 'the same' })).toBeNull();
    expect(await add({ cause: 'another' })).not.toBeNull();
    await deliver();
    expect(caught()).toHaveLength(2);
  });

  it('is not there when what caused it was rolled back', async () => {
    const transaction = app.nest.get(AppDatabase).transaction(actor(), async (sql) => {
      await app.nest.get(Outbox).add(sql, outgoing());
      throw new Error('changed my mind');
    });
    await expect(transaction).rejects.toThrow('changed my mind');
    expect(await states()).toEqual([]);
  });

  it('carries an id that is always the same for the same row', async () => {
    const id = await add();
    await deliver();
    expect(caught()[0]?.raw).toContain(`<${id}@clinic.example.org>`);
  });

  it('waits for its time', async () => {
    await add({ notBefore: new Date(app.clock.now().getTime() + 3_600_000) });
    await deliver();
    expect(caught()).toHaveLength(0);
    app.clock.advance({ hours: 1 });
    await deliver();
    expect(caught()).toHaveLength(1);
  });

  it('is dropped when there is nothing to say any more, nobody to say it to, or nobody who knows how', async () => {
    await add({ cause: 'over' });
    await add({ kind: 'of-another-version' });
    await deliver();
    await add();
    await app.sql(`update account set disabled_at = now() where id = $1`, [nurse.accountId]);
    await deliver();
    expect(await states()).toEqual(['dropped', 'dropped', 'dropped']);
    expect(caught()).toHaveLength(0);
  });

  it('that cannot be written is in no other’s way and stays in line', async () => {
    await add({ cause: 'broken' });
    await add();
    await deliver();
    expect(await states()).toEqual(['queued', 'sent']);
  });

  it('whose process died while handing it over is never sent again', async () => {
    const id = await add();
    await app.sql(`update message set state = 'sending', attempts = 1 where id = $1`, [id]);
    await deliver();
    await deliver();
    expect(await states()).toEqual(['unknown']);
    expect(caught()).toHaveLength(0);
  });

  it('is added for one’s own clinic and as oneself only', async () => {
    const elsewhere = await aClinic(app);
    const there = await aMember(app, elsewhere, ['nurse']);
    await expect(add({ clinicId: elsewhere.id, to: there.accountId })).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(add({ createdBy: there.accountId })).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(add({ to: there.accountId })).rejects.toMatchObject({ driverError: { code: '23503' } });
  });
});

describe('a mail server', () => {
  afterEach(() => mail.accept());

  it('that refuses a letter for good is not asked again', async () => {
    mail.refuse(554);
    await add();
    await deliver();
    expect(await states()).toEqual(['failed']);
  });

  it('that refuses for now is asked again, less and less often, and then no more', async () => {
    mail.refuse();
    await add();
    for (const minutes of [1, 5, 15, 60, 180]) {
      await deliver();
      expect(await states()).toEqual(['queued']);
      app.clock.advance({ minutes: minutes - 1, seconds: 59 });
      mail.accept();
      await deliver();
      expect(caught()).toHaveLength(0);
      mail.refuse();
      app.clock.advance({ seconds: 1 });
    }
    await deliver();
    expect(await states()).toEqual(['failed']);
  });

  it('that is not there leaves letters in line, as they were', async () => {
    const gone = await startMailCatcher();
    await gone.stop();
    const without = await startTestApp({
      settings: { mail: { smtpUrl: gone.url, from: 'clinic@example.org' } },
      features: [ProbeModule],
    });
    const place = await aClinic(without);
    const { accountId } = await aMember(without, place, ['nurse']);
    await without.sql(
      `insert into message (clinic_id, id, account_id, channel, kind, cause, not_before, created_at, state, attempts, changed_at)
       values ($1, $2, $3, 'email', 'probe', 'x', $4, $4, 'queued', 0, $4)`,
      [place.id, newId(), accountId, without.clock.now()],
    );
    await without.nest.get(Deliveries).deliver(place.id);
    const rows = await without.sql(`select state, attempts from message`);
    await without.close();
    expect(rows).toEqual([{ state: 'queued', attempts: 0 }]);
  });
});
