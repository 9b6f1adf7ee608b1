/** What a spreadsheet may take for a formula: these at the start of a cell, after spaces or line breaks too. */
const active = /^[\s\u200B\uFEFF]*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/** A cell as plain text for any program: what could be run as a formula gets an apostrophe before it. */
export function inertCell(text: string): string {
  return active.test(text) ? `'${text}` : text;
}

/** One line of a CSV file, RFC 4180, ended by CR LF. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
}

/** Spaces at the ends are kept in quotes, and so is a first cell that could be taken for a byte order mark. */
function quoted(cell: string, delimiter: string): string {
  const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && cell === cell.trim() && cell !== '';
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
