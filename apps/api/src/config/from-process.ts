import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app-config.js';
import { readConfig } from './read-config.js';

/** The settings of this process: the only place that looks at its environment. */
export function configFromProcess(): AppConfig {
  return readConfig(process.env, {
    cwd: process.cwd(),
    dashboardDir: fileURLToPath(new URL('../../../dashboard/dist', import.meta.url)),
  });
}
