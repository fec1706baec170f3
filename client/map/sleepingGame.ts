import * as Phaser from 'phaser'
import type { Size } from './camera.ts'

/** A game whose loop sleeps: it draws when asked to and never else. */
export interface SleepingGame {
  readonly game: Phaser.Game
  readonly scene: Phaser.Scene
}

/** Sharper than this costs time and cannot be seen. */
const MAX_DENSITY = 2

/** Pixels of the canvas per CSS pixel. */
export function screenDensity(): number {
  return Math.min(MAX_DENSITY, Math.max(1, window.devicePixelRatio || 1))
}

/**
 * Starts Phaser inside `host` and puts its loop to sleep as soon as the scene stands.
 * Input, sound and its own animations stay off: pointer, keyboard and time are ours.
 */
export function startSleeping(host: HTMLElement, size: Size, density: number): Promise<SleepingGame> {
  return new Promise((resolve, reject) => {
    try {
      const game: Phaser.Game = new Phaser.Game({
        type: Phaser.WEBGL,
        parent: host,
        banner: false,
        audio: { noAudio: true },
        input: { mouse: false, touch: false, keyboard: false, gamepad: false },
        scale: {
          mode: Phaser.Scale.NONE,
          width: Math.max(1, Math.round(size.width * density)),
          height: Math.max(1, Math.round(size.height * density)),
          zoom: 1 / density,
        },
        render: { antialias: true, antialiasGL: true, powerPreference: 'low-power' },
        scene: {
          create(this: Phaser.Scene) {
            // Phaser creates the scene before it starts its loop, which cannot be put to sleep until it runs.
            queueMicrotask(() => {
              game.loop.sleep()
              resolve({ game, scene: this })
            })
          },
        },
      })
    } catch (error) {
      reject(error)
    }
  })
}

/** Phaser itself leaves the style of the canvas as it was where a pixel of it is a CSS pixel. */
export function resizeGame(game: Phaser.Game, { width, height }: Size, density: number): void {
  game.scale.setZoom(1 / density)
  game.scale.resize(Math.round(width * density), Math.round(height * density))
  game.canvas.style.width = `${width}px`
  game.canvas.style.height = `${height}px`
}

/** Takes everything of the game away. A sleeping loop needs one last step for it. */
export function destroyGame(game: Phaser.Game): void {
  game.loop.sleep()
  game.destroy(true)
  game.step(performance.now(), 0)
}

/** Draws on demand: any number of wishes make one frame. */
export class FrameRequests {
  readonly #draw: (now: number) => boolean
  #request = 0
  #stopped = false
  /** frames drawn so far */
  count = 0

  /** @param draw draws; true when it wants another frame */
  constructor(draw: (now: number) => boolean) {
    this.#draw = draw
  }

  readonly ask = (): void => {
    if (this.#request === 0 && !this.#stopped) this.#request = requestAnimationFrame(this.#frame)
  }

  readonly #frame = (now: number): void => {
    this.#request = 0
    this.count++
    if (this.#draw(now)) this.ask()
  }

  stop(): void {
    this.#stopped = true
    cancelAnimationFrame(this.#request)
    this.#request = 0
  }
}
