/** Versions of the code, and the web app's address by kind of run. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry, World } from '../../emulator/world/types'
import { owner, probe, probeWorld } from './probe'

/** A bundle that says its version to whoever asks, and the web app's address. */
function bundle(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  const answer = `'${version} ' + ScriptApp.getService().getUrl()`
  writeFileSync(
    join(folder, 'code.js'),
    `function doGet() { return ContentService.createTextOutput(${answer}) }
function tell() { return ${answer} }
function page() { return HtmlService.createHtmlOutputFromFile('page').getContent() }`,
  )
  writeFileSync(join(folder, 'page.html'), `page of ${version}`)
  return folder
}

const web = (world: World, deployment?: string): string => {
  const { value } = world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{}], ...(deployment ? { deployment } : {}) })
  return (value as { content: string }).content
}
const tell = (world: World, entry: Entry, user = owner): unknown => world.invoke({ fn: 'tell', entry, user }).value

const of = (id: string, end = 'exec'): string => `https://script.google.com/macros/s/${id}/${end}`

describe('a push and a deployment', () => {
  test('documented: menu, panels and triggers run the head, the web app its version until it is updated', () => {
    const world = probeWorld({ distFolder: bundle('one') })
    world.updateDeployment('EMULATED', { description: 'первая' })
    world.push(bundle('two'))
    expect([tell(world, 'menu'), tell(world, 'rpc'), tell(world, 'trigger')]).toEqual(Array(3).fill(`two ${of('HEAD', 'dev')}`))
    expect([web(world), tell(world, 'rpc', '')]).toEqual([`one ${of('EMULATED')}`, `one ${of('EMULATED')}`])
    expect(world.updateDeployment('EMULATED')).toEqual({ id: 'EMULATED', version: 2, description: '' })
    expect(web(world)).toBe(`two ${of('EMULATED')}`)
  })

  test('documented: pages come from the version that runs', () => {
    const world = probeWorld({ distFolder: bundle('one') })
    world.updateDeployment('EMULATED')
    world.push(bundle('two'))
    const page = (user: string): unknown => world.invoke({ fn: 'page', entry: 'rpc', user }).value
    expect([page(owner), page('')]).toEqual(['page of two', 'page of one'])
  })

  test('documented: another deployment has another address; an older version can be taken again', () => {
    const world = probeWorld({ distFolder: bundle('one') })
    const first = world.deploy()
    world.push(bundle('two'))
    const second = world.deploy()
    expect([web(world, first.id), web(world, second.id)]).toEqual([`one ${of('DEPLOYED1')}`, `two ${of('DEPLOYED2')}`])
    world.updateDeployment(second.id, { version: 1 })
    expect(web(world, second.id)).toBe(`one ${of('DEPLOYED2')}`)
    expect(web(world.fork(), second.id)).toBe(`one ${of('DEPLOYED2')}`)
  })

  test('documented: 200 versions a script', () => {
    const world = probeWorld()
    for (let made = 0; made < 200; made++) world.updateDeployment('EMULATED')
    expect(() => world.deploy()).toThrow('200 versions')
  })
})

describe('ScriptApp.getService().getUrl()', () => {
  const url = (): unknown => ScriptApp.getService().getUrl()

  test('observed: in a run of the web app the address called, elsewhere /dev of another id', () => {
    const world = probeWorld()
    expect([probe(world, url, { entry: 'menu' }), probe(world, url, { entry: 'trigger' })]).toEqual([of('HEAD', 'dev'), of('HEAD', 'dev')])
    expect(probe(world, url, { user: '' })).toBe(of('EMULATED'))
  })

  test('observed: with several deployments a stale one outside the web app', () => {
    const world = probeWorld()
    const { id } = world.deploy()
    expect(probe(world, url)).toBe(of('EMULATED'))
    expect(id).toBe('DEPLOYED1')
  })

  test('observed: in a Workspace domain the address has the domain in it', () => {
    const world = probeWorld({ platform: { domain: 'desk.example' } })
    expect(probe(world, url, { user: '' })).toBe('https://script.google.com/a/macros/desk.example/s/EMULATED/exec')
  })

  test('documented: null where nothing is deployed', () => {
    const world = probeWorld()
    world.state.code = { head: '', versions: [], deployments: [] }
    expect(probe(world, url)).toBeNull()
  })
})
