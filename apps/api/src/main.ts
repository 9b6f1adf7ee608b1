import { FirstRuns } from './clinics/first-run.service.js';
import { configFromProcess } from './config/from-process.js';
import { createApp } from './create-app.js';
import { prepareDatabase } from './database/prepare-database.js';
import { failToStart } from './fail-to-start.js';

try {
  const config = configFromProcess();
  await prepareDatabase(config);
  const app = await createApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  const firstRun = await app.get(FirstRuns).link();
  if (firstRun !== null) {
    process.stdout.write(
      `\nThere is no clinic yet. Make the first one here, within 72 hours:\n\n  ${firstRun}\n\n`,
    );
  }
} catch (error) {
  failToStart(error);
}
