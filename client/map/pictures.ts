import type * as Phaser from 'phaser'

/** Pictures painted on canvases and kept as textures, each once per key. */
export class Pictures {
  readonly #scene: Phaser.Scene
  readonly #used = new Set<string>()
  readonly #known = new Set<string>()

  constructor(scene: Phaser.Scene) {
    this.#scene = scene
  }

  /** The key of the texture; painted when nobody has asked for it yet. */
  of(key: string, paint: () => HTMLCanvasElement): string {
    this.#used.add(key)
    if (!this.#known.has(key)) {
      this.#known.add(key)
      const canvas = paint()
      this.#scene.textures.create(key, canvas, canvas.width, canvas.height)?.add('__BASE', 0, 0, 0, canvas.width, canvas.height)
    }
    return key
  }

  /** Forgets pictures that nobody asked for since the last call; nothing may show them any more. */
  sweep(): void {
    for (const key of this.#known) {
      if (this.#used.has(key)) continue
      this.#known.delete(key)
      this.#scene.textures.remove(key)
    }
    this.#used.clear()
  }

  /** Forgets all, for when what they are painted with has changed. */
  clear(): void {
    for (const key of this.#known) this.#scene.textures.remove(key)
    this.#known.clear()
    this.#used.clear()
  }
}
