/** The columns of an entity as a plain object. */
export type Row<Entity> = { readonly [Column in keyof Entity]: Entity[Column] };

/** A copy of an entity's columns, for the row that follows it: revisions begin as copies of the one before. */
export function rowOf<Entity extends object>(entity: Entity): Row<Entity> {
  return Object.assign({}, entity);
}
