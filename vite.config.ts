import { defineConfig } from 'vite'
import { purgeStyles } from './server/setup/purgeStyles.ts'

/** While developing, pages come from vite and everything else from the server beside it. */
const server = process.env.SERVER_ORIGIN ?? 'http://127.0.0.1:2567'
/** To the server it looks as if its own page asked. */
const passedOn = { target: server, changeOrigin: true, headers: { origin: server } }

const fromRoot = (path: string) => `${import.meta.dirname}/${path}`

/**
 * What is built carries only the small core of Phaser: two fifths less to load. While developing the whole package serves,
 * since its core comes in a format that only the build understands.
 */
const phaserCore = {
  define: {
    'typeof WEBGL_RENDERER': 'true',
    'typeof CANVAS_RENDERER': 'false',
    'typeof WEBGL_DEBUG': 'false',
    'typeof FEATURE_SOUND': 'false',
    'typeof PLUGIN_FBINSTANT': 'false',
    global: 'globalThis',
  },
  resolve: {
    alias: [
      { find: /^phaser$/, replacement: fromRoot('client/map/phaserCore.cjs') },
      { find: /^phaser\/src\//, replacement: fromRoot('node_modules/phaser/src/') },
    ],
  },
}

export default defineConfig(({ command }) => ({
  root: 'client',
  plugins: [purgeStyles()],
  ...(command === 'build' ? phaserCore : {}),
  server: {
    proxy: {
      '/api': passedOn,
      '^/[\\w-]+/[\\w-]+\\?.*sessionId=': { ...passedOn, ws: true },
    },
  },
  build: { outDir: '../dist', emptyOutDir: true, manifest: true, target: ['safari16.4', 'chrome111', 'firefox115'] },
}))
