// Phaser's own small entry point: no sound, physics, tilemaps, particles, no canvas renderer. vite.config.ts puts it in the place of `phaser`.
module.exports = require('phaser/src/phaser-core')
