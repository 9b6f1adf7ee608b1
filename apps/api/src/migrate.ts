import 'reflect-metadata';
import { configFromProcess } from './config/from-process.js';
import { prepareDatabase } from './database/prepare-database.js';
import { failToStart } from './fail-to-start.js';

/** Brings the database to where this version needs it, and ends. Starting the product does the same by itself. */
try {
  await prepareDatabase(configFromProcess());
} catch (error) {
  failToStart(error);
}
