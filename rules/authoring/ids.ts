/** An id from a name: „Große Kreisstadt Görlitz“ → `grosse-kreisstadt-goerlitz`. Only letters, digits and hyphens are left. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 32).replace(/-+$/, '')
}

/** Gives ids that differ: the second „markt“ becomes `markt-2`. */
export class IdGiver {
  readonly #taken = new Set<string>()

  give(name: string, otherwise: string): string {
    const wanted = slug(name) || otherwise
    let id = wanted
    for (let number = 2; this.#taken.has(id); number++) id = `${wanted}-${number}`
    this.#taken.add(id)
    return id
  }
}
