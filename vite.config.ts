import { defineConfig } from 'vite'

export default defineConfig({
  root: 'client',
  build: { outDir: '../dist', emptyOutDir: true, target: ['safari16.4', 'chrome111', 'firefox115'] },
})
