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
} catch (error) {
  failToStart(error);
}
