/**
 * Loaded into the API's process before its own code: when the process that started it is gone, even by
 * kill -9, it ends in good order instead of holding the port and the database.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
