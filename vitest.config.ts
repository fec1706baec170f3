import { defineConfig } from 'vitest/config'

const { DATABASE_URL = '', REDIS_URL = '' } = process.env

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Servers that tests start run on the embedded store; those that want the services ask for them by name.
    env: { DATABASE_URL: '', REDIS_URL: '', TEST_DATABASE_URL: DATABASE_URL, TEST_REDIS_URL: REDIS_URL },
  },
})
