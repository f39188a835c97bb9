/** The page starts here: its data stand in it, its calls go through google.script.run. */

import type { PageData } from '../rpc/contract'
import { mount } from './mount'
import { googleTransport } from './transports/googleTransport'

const data = JSON.parse(document.getElementById('desk-data')?.textContent ?? '') as PageData
const container = document.getElementById('desk')
if (container) mount({ transport: googleTransport(window), container, data })
