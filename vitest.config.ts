import { defineConfig } from 'vitest/config'

const { DATABASE_URL = '', REDIS_URL = '', LONGER } = process.env

export default defineConfig({
  test: {
    // A .long.ts is a test that only the campaigns of `npm run test:long` do.
    include: ['tests/**/*.test.ts', ...(LONGER === undefined ? [] : ['tests/**/*.long.ts'])],
    testTimeout: 20_000,
    // Servers that tests start run on the embedded store; those that want the services ask for them by name.
    env: { DATABASE_URL: '', REDIS_URL: '', TEST_DATABASE_URL: DATABASE_URL, TEST_REDIS_URL: REDIS_URL },
  },
})
