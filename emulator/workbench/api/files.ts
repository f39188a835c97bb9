/** `/file/<id>`: a file that the desk has put into Drive, for looking at; never shown as a page of the workbench. */
import { Hono } from 'hono'
import type { Bench } from '../bench/bench'

export const fileRoutes = (bench: Bench): Hono => {
  const routes = new Hono()
  routes.get('/:id', (context) => {
    const file = bench.world.state.files.find(({ id }) => id === context.req.param('id'))
    if (file === undefined) return context.text('Такого файла нет.', 404)
    return context.body(new Uint8Array(Buffer.from(file.base64, 'base64')), 200, {
      'Content-Type': file.mimeType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
    })
  })
  return routes
}
