import type { Role } from '@courseline/contracts';
import { roles } from '@courseline/contracts';
import { aClinic, aMember, aPatient, type TestClinic } from '../../test/builders/index.js';
import { routeAccess } from '../../test/route-access.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import type { Answer, TestClient } from '../../test/test-client.js';
import { newId } from '../database/ids.js';
import { RouteList, type ListedRoute } from '../http/route-list.js';

let app: TestApp;
let clinic: TestClinic;
let byRole: Record<Role, TestClient>;

beforeAll(async () => {
  app = await startTestApp();
  clinic = await aClinic(app);
  const nurse = await aMember(app, clinic, ['nurse']);
  const patient = await aPatient(app, clinic, { team: [nurse] });
  byRole = {
    nurse: app.as(nurse),
    clinician: app.as(await aMember(app, clinic, ['clinician'])),
    director: app.as(await aMember(app, clinic, ['director'])),
    administrator: app.as(await aMember(app, clinic, ['administrator'])),
    patient: app.as(await aMember(app, clinic, ['patient'], { patientId: patient.id })),
  };
});
afterAll(() => app.close());

function allRoutes(): readonly ListedRoute[] {
  return app.nest.get(RouteList).routes;
}

function clinicRoutes(): readonly ListedRoute[] {
  return allRoutes().filter(({ options }) => options.access.kind === 'clinic');
}

const named = ({ method, path }: Pick<ListedRoute, 'method' | 'path'>): string => `${method} ${path}`;

function pathIn(slug: string, path: string): string {
  return path.replace(':clinic', slug).replaceAll(/:[A-Za-z]+/g, () => newId());
}

/** Sends something to a route that gets as far as the guard, and on if the guard lets it. */
async function knock(
  client: TestClient,
  route: ListedRoute,
  path: string,
  method = route.method,
): Promise<Answer> {
  const writes = !['GET', 'HEAD'].includes(method);
  const headers = { 'content-type': route.options.upload ?? 'application/json' };
  return client.send(method, path, writes ? '{}' : undefined, writes ? { headers } : {});
}

const withoutInstance = ({ status, body }: Answer): unknown => ({
  status,
  body: { ...(body as object), instance: '' },
});

describe('every route', () => {
  it('has the access that is written down for it, and none is missing', () => {
    const declared = Object.fromEntries(
      allRoutes().map((route) => {
        const { access } = route.options;
        return [named(route), access.kind === 'clinic' ? [...access.roles].sort() : access.kind];
      }),
    );
    const written = Object.fromEntries(
      [...routeAccess].map(([route, access]) => [
        route,
        typeof access === 'string' ? access : [...access].sort(),
      ]),
    );
    expect(declared).toEqual(written);
  });

  it('is one that the server really has', () => {
    const server = app.nest.getHttpAdapter().getInstance();
    const missing = allRoutes().filter(({ method, path }) => !server.hasRoute({ method, url: path }));
    expect(missing).toEqual([]);
  });

  it('keeps out whoever is not signed in, by whatever spelling', async () => {
    const let_in: string[] = [];
    for (const route of allRoutes().filter(({ options }) => options.access.kind !== 'anyone')) {
      const path = pathIn(clinic.slug, route.path);
      expect({ route: named(route), status: (await knock(app.anonymous(), route, path)).status }).toEqual({
        route: named(route),
        status: 401,
      });
      const variants = [
        `${path}/`,
        `/${path}`,
        path.replace('/api/', '/api//'),
        path.toUpperCase(),
        `${path};a`,
        `${path}%2f`,
        `/./${path.slice(1)}`,
      ];
      for (const variant of variants) {
        const { status } = await knock(app.anonymous(), route, variant);
        if (status < 400) let_in.push(`${route.method} ${variant}`);
      }
      if (route.method === 'GET') {
        expect((await knock(app.anonymous(), route, path, 'HEAD')).status).toBe(401);
      }
    }
    expect(let_in).toEqual([]);
  });

  it('lets in the roles it names and no other', async () => {
    const wrong: string[] = [];
    for (const route of clinicRoutes()) {
      const access = routeAccess.get(named(route)) ?? [];
      for (const role of roles) {
        const { status } = await knock(byRole[role], route, pathIn(clinic.slug, route.path));
        const expected = access.includes(role)
          ? ![401, 403].includes(status) && status < 500
          : status === 403;
        if (!expected) wrong.push(`${named(route)} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('tells whoever is no active member of a clinic only what it tells of a clinic that is not there', async () => {
    const elsewhere = await aClinic(app);
    const strangers = [
      app.as(await aMember(app, elsewhere, ['nurse', 'clinician', 'director', 'administrator'])),
      app.as(await aMember(app, clinic, ['director'], { state: 'invited' })),
      app.as(await aMember(app, clinic, ['director', 'administrator', 'clinician'], { state: 'left' })),
    ];
    for (const route of clinicRoutes()) {
      for (const stranger of strangers) {
        const answer = await knock(stranger, route, pathIn(clinic.slug, route.path));
        const nowhere = await knock(stranger, route, pathIn('there-is-no-such-clinic', route.path));
        expect(answer.status).toBe(404);
        expect(withoutInstance(answer)).toEqual(withoutInstance(nowhere));
      }
    }
  });

  it('does not fall over at ids that are none', async () => {
    const wrong: string[] = [];
    const withIds = clinicRoutes().filter(({ path }) => path.split(':').length > 2);
    expect(withIds.length).toBeGreaterThan(30);
    for (const route of withIds) {
      const role = roles.find((one) => (routeAccess.get(named(route)) ?? []).includes(one)) ?? 'nurse';
      for (const id of ['1', "'", '%00', '%F0%9F', 'null', '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e1G']) {
        const path = route.path.replace(':clinic', clinic.slug).replaceAll(/:[A-Za-z]+/g, id);
        const { status } = await knock(byRole[role], route, path);
        if (![400, 404, 428].includes(status)) wrong.push(`${route.method} ${path}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a change of what somebody is', () => {
  it('counts from the next request on', async () => {
    const member = await aMember(app, clinic, ['administrator']);
    const browser = app.as(member);
    const staff = `${clinic.path}/staff`;
    expect((await browser.get(staff)).status).toBe(200);
    await app.sql(`update membership set roles = '{nurse}' where account_id = $1`, [member.accountId]);
    expect((await browser.get(staff)).status).toBe(403);
    await app.sql(`update membership set state = 'left' where account_id = $1`, [member.accountId]);
    expect((await browser.get(staff)).status).toBe(404);
    expect((await browser.get('/api/me')).status).toBe(200);
    await app.sql(`update account set disabled_at = now() where id = $1`, [member.accountId]);
    expect((await browser.get('/api/me')).status).toBe(401);
  });
});

describe('the audit', () => {
  it('has one row for each request in a clinic, done or refused', async () => {
    const member = await aMember(app, clinic, ['nurse']);
    const browser = app.as(member);
    await browser.get(`${clinic.path}/colleagues`);
    await browser.get(`${clinic.path}/staff`);
    await browser.put(`${clinic.path}/settings`, {});
    await browser.get(`${clinic.path}/patients/${newId()}`);
    const rows = await app.sql(
      `select action, outcome, detail->>'code' as code, patient_ids from audit_event where account_id = $1 order by id`,
      [member.accountId],
    );
    const at = `/api/c/:clinic`;
    expect(rows).toEqual([
      { action: `GET ${at}/colleagues`, outcome: 'done', code: null, patient_ids: [] },
      { action: `GET ${at}/staff`, outcome: 'refused', code: 'not-allowed', patient_ids: [] },
      { action: `PUT ${at}/settings`, outcome: 'refused', code: 'not-allowed', patient_ids: [] },
      { action: `GET ${at}/patients/:patient`, outcome: 'refused', code: 'not-found', patient_ids: [] },
    ]);
  });

  it('keeps among the identity events what a stranger tried', async () => {
    const stranger = await aMember(app, await aClinic(app), ['director']);
    await app.as(stranger).get(`${clinic.path}/staff`);
    const rows = await app.sql(
      `select action, detail->>'code' as code from identity_event where account_id = $1`,
      [stranger.accountId],
    );
    expect(rows).toEqual([{ action: 'request-refused', code: 'not-found' }]);
  });
});
