/**
 * Names under which a connection prepares a statement once and plans it a few times instead of at each question:
 * planning the views of the record with their row-level policies takes longer than running them.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** @param most so that statements put together at run time cannot fill the database's memory */
  constructor(private readonly most: number) {}

  /** The statement's name, the same each time; undefined when there are too many, and it then goes without. */
  nameOf(statement: string): string | undefined {
    const known = this.names.get(statement);
    if (known !== undefined || this.names.size >= this.most) return known;
    const name = `courseline_${this.names.size + 1}`;
    this.names.set(statement, name);
    return name;
  }
}
