import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { Router } from 'express'

/** Addresses of pages as people type them; which station shows is the client's business. */
export const PAGES = [
  '/',
  '/s',
  '/s/',
  '/team/:code',
  '/leitung',
  '/leitung/:code',
  '/leitung/:code/verlauf',
  '/leinwand/:code',
  '/check',
  '/hilfe',
  '/datenschutz',
  '/barrierefreiheit',
] as const

const A_YEAR_S = 31_536_000

/**
 * The built client. Files under /assets bear their content in their name and are kept for ever, the page itself is asked for every time.
 * @param folder dist/
 */
export function pages(folder: string): Router {
  const router = Router({ strict: true })
  router.use(compression())
  const index = join(folder, 'index.html')
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: A_YEAR_S * 1000, index: false, redirect: false, dotfiles: 'deny' }))
  router.get([...PAGES], (_request, response) => {
    response.set('Cache-Control', 'no-cache')
    if (existsSync(index)) response.sendFile(index)
    else response.status(503).type('html').send(NOT_BUILT)
  })
  router.use(express.static(folder, { index: false, redirect: false, dotfiles: 'deny', maxAge: 0 }))
  // Whoever types an address reads a page; programs get their error as before.
  router.use((request, response, next) => {
    const isReader = request.method === 'GET' && request.accepts(['json', 'html']) === 'html'
    if (!isReader || !existsSync(index)) return next()
    response.status(404).set('Cache-Control', 'no-cache').sendFile(index)
  })
  return router
}

const NOT_BUILT =
  '<!doctype html><html lang="de"><meta charset="utf-8"><title>Ämterrunde</title><p>Die Oberfläche ist noch nicht gebaut. „npm start“ baut sie; „npm run build“ auch.</p></html>'
