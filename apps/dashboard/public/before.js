// Runs before the page's modules, whatever their order. zod would try whether it may compile code from text:
// the content security policy forbids that, and every try would be reported as a violation.
globalThis.__zod_globalConfig = { jitless: true };
