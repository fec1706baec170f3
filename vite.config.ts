import { defineConfig } from 'vite'

/** While developing, pages come from vite and everything else from the server beside it. */
const server = process.env.SERVER_ORIGIN ?? 'http://127.0.0.1:2567'
/** To the server it looks as if its own page asked. */
const passedOn = { target: server, changeOrigin: true, headers: { origin: server } }

export default defineConfig({
  root: 'client',
  server: {
    proxy: {
      '/api': passedOn,
      '^/[\\w-]+/[\\w-]+\\?.*sessionId=': { ...passedOn, ws: true },
    },
  },
  build: { outDir: '../dist', emptyOutDir: true, target: ['safari16.4', 'chrome111', 'firefox115'] },
})
