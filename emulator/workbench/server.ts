/** The workbench's HTTP application: API, frames, web app, and the built page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { calendarRoutes } from './api/calendar'
import { clockRoutes } from './api/clock'
import { deskRoutes } from './api/desk'
import { executionRoutes } from './api/executions'
import { exportRoutes } from './api/export'
import { fileRoutes } from './api/files'
import { letterRoutes } from './api/letters'
import { planfixRoutes } from './api/planfix'
import { answerError } from './api/problem'
import { frameRoutes, runRoutes } from './api/run'
import { sheetRoutes } from './api/sheets'
import { webAppRoutes } from './api/webApp'
import { amoRoutes } from './bench/amoRoutes'
import type { Bench } from './bench/bench'
import { storyRoutes } from './story/storyRoutes'

/** `assets` is the folder with the page's, the print page's and the frames' scripts and styles. */
export const createApp = (bench: Bench, assets: string): Hono => {
  const app = new Hono()
  app.onError(answerError)
  app.use(async (context, next) => {
    if (!isOwnRequest(context.req.url, context.req.header('origin'))) return context.text('Стенд отвечает только своей странице.', 403)
    return next()
  })
  app.route('/api', deskRoutes(bench))
  app.route('/api', runRoutes(bench))
  app.route('/api', letterRoutes(bench))
  app.route('/api', planfixRoutes(bench))
  app.route('/api', amoRoutes(bench))
  app.route('/api/sheets', sheetRoutes(bench))
  app.route('/api/calendars', calendarRoutes(bench))
  app.route('/api/clock', clockRoutes(bench))
  app.route('/api/executions', executionRoutes(bench))
  app.route('/api/story', storyRoutes(bench))
  app.route('/frame', frameRoutes(bench))
  app.route('/file', fileRoutes(bench))
  app.route('/webapp', webAppRoutes(bench))
  app.route('/spreadsheets', exportRoutes(bench))
  app.get('/', (context) => context.html(indexPage))
  app.get('/assets/:file', (context) => {
    const type = assetTypes[context.req.param('file')]
    if (type === undefined) return context.notFound()
    return context.body(readFileSync(join(assets, context.req.param('file')), 'utf8'), 200, {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
    })
  })
  return app
}

/** Another site's page must not drive the stand, by a form or by a name that points here. */
const isOwnRequest = (address: string, origin: string | undefined): boolean => {
  const url = new URL(address)
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) && (origin === undefined || origin === url.origin)
}

const assetTypes: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'shim.js': 'text/javascript; charset=utf-8',
  'print.js': 'text/javascript; charset=utf-8',
  'print.css': 'text/css; charset=utf-8',
}

const indexPage = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Consultation Desk · локальный стенд</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body><div id="app"></div><script src="/assets/page.js"></script></body>
</html>`
