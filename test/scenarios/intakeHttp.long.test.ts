/** Issue 3, 2: a flood of posts over HTTP to the workbench's web address. */
import { expectOneDealEachOverHttp, listeningOffice } from '../fixtures/intakeHttp'

const office = listeningOffice()

test('200 posts at once of 100 requests: exactly 100 deals', () => expectOneDealEachOverHttp(office, 100), 120_000)
