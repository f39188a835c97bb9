/** I1: a flood of requests, each of them twice at once. */
import { expectOneDealEach } from '../fixtures/postedTwice'

test('200 posts of 100 requests: 100 deals, and every answer names the same deal twice', () => expectOneDealEach(100))
