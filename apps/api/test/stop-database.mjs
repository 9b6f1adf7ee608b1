export default async function stopDatabase() {
  await globalThis.courselineTestServer?.stop();
}
