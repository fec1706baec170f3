import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/** `npm run dev`: the server starts anew when its files change, the page when the client's do. Vite passes on what belongs to the server. */
const port = process.env.PORT ?? '2567'
const server = `http://localhost:${port}`
const root = fileURLToPath(new URL('../..', import.meta.url))

const watched = ['rules', 'server', 'scenarios'].map((folder) => `--watch-path=${folder}`)
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...watched, '--watch-preserve-output', 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: port, LOG_LEVEL: process.env.LOG_LEVEL ?? 'info' },
})

process.env.SERVER_ORIGIN = server
const vite = await createServer({ configFile: join(root, 'vite.config.ts'), root: join(root, 'client'), server: { host: true } })
await vite.listen()
vite.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    child.kill('SIGTERM')
    await vite.close()
    process.exit(0)
  })
}
child.on('exit', (code) => process.exit(code ?? 1))
