import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configFromProcess } from './config/from-process.js';
import { demoPassphrase } from './database/demo/clinics.js';
import { DEMO_SEED } from './database/demo/demo-data.js';
import { DemoRefusedError, loadDemo } from './database/demo/load-demo.js';
import { demoSignIns, signInTable } from './database/demo/sign-ins.js';
import { failToStart } from './fail-to-start.js';
import { SystemClock } from './http/clock.js';
import { Passwords } from './sign-in/passwords.js';

/** Loads the demo clinics into an empty, migrated database: `node dist/demo.js [--seed TEXT] [--scale N]`. */
try {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: DEMO_SEED },
      scale: { type: 'string', default: '1' },
    },
  });
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > 1000) {
    throw new DemoRefusedError('--scale is a whole number from 1 to 1000.');
  }
  const config = configFromProcess();
  if (!config.demo) {
    throw new DemoRefusedError(
      'Everyone knows the passwords of the demo clinics. They are loaded where DEMO=1 says so, HOST is a loopback address and NODE_ENV is not production.',
    );
  }
  const clock = new SystemClock();
  const startedAt = clock.now();
  const counts = await loadDemo(config.ownerDatabaseUrl, {
    now: startedAt,
    passwordHash: await new Passwords().hash(demoPassphrase),
    seed: values.seed,
    scale,
  });
  const signIns = demoSignIns();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(config.dataDir, 'demo-sign-ins.json'), `${JSON.stringify(signIns, null, 2)}\n`, {
    mode: 0o600,
  });
  const seconds = ((clock.now().getTime() - startedAt.getTime()) / 1000).toFixed(1);
  process.stdout.write(
    `Loaded ${counts.clinic} fictitious clinics with ${counts.patient} patients, ${counts.course} courses, ` +
      `${counts.session} sessions and ${counts.assessment} forms in ${seconds} s (seed ${values.seed}).\n` +
      `${signInTable(signIns)}\n`,
  );
} catch (error) {
  failToStart(error);
}
