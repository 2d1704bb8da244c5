'use strict';

/* The worker: keeps what was read, for reading it again without a connection. worker.js at the top of the site loads
 * this and says in `site` whether the keeper wants it and which assets are in use.
 *
 *   names with a digest of the content never change: kept first
 *   everything else, pages and the manifest of the index: network first, what was kept when there is none
 */

const kept = 'pages', lasting = 'lasting';
const mostPages = 500;

const home = new URL('./', self.location);

/* assets/style-1a2b3c4d5e.css, search/text-2024/6ba6e535f1e1.js, search/issues/2024-03-05-5d4c3b2an.js */
function isLasting(address) {
	const path = address.pathname.slice(home.pathname.length);
	return /^(assets|search)\/(.*[-/])?[0-9a-f]{8,12}n?\.\w+$/.test(path);
}

/* A stream of events has no end and a range is no whole file: neither can be kept. */
function isOurs(request) {
	const address = new URL(request.url);
	return request.method === 'GET' && request.headers.get('accept') !== 'text/event-stream' && address.origin === home.origin && address.pathname.startsWith(home.pathname)
		&& !request.headers.has('range');
}

async function lastingFirst(request) {
	const cache = await caches.open(lasting), found = await cache.match(request);
	if (found)
		return found;
	const answer = await fetch(request);
	if (answer.ok)
		await cache.put(request, answer.clone());
	return answer;
}

async function keep(request, answer) {
	const cache = await caches.open(kept);
	await cache.delete(request, { ignoreSearch: true });
	await cache.put(request, answer);
	for (const old of (await cache.keys()).slice(0, -mostPages))
		await cache.delete(old);
}

/* What was asked with other words (search/index.html?q=) is the same page. */
async function networkFirst(request) {
	try {
		const answer = await fetch(request);
		if (answer.ok && !answer.redirected)
			await keep(request, answer.clone());
		return answer;
	} catch (error) {
		const cache = await caches.open(kept);
		const found = await cache.match(request, { ignoreSearch: true });
		if (found)
			return found;
		throw error;
	}
}

/* What a newer build has replaced. */
async function dropOld() {
	const cache = await caches.open(lasting);
	const manifest = await (await caches.open(kept)).match(new URL('search/manifest.js', home));
	const index = manifest ? await manifest.text() : '';
	for (const { url } of await cache.keys()) {
		const path = url.slice(home.href.length);
		const [name, folder] = path.split('/').reverse();
		if (!site.assets.includes(path) && !index.includes(`"${name}"`) && !index.includes(`"${folder}/`))
			await cache.delete(url);
	}
}

async function leave() {
	for (const name of [kept, lasting])
		await caches.delete(name);
	await self.registration.unregister();
}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil(site.offline
	? dropOld().then(() => self.clients.claim())
	: leave()));

self.addEventListener('fetch', event => {
	if (site.offline && isOurs(event.request))
		event.respondWith(isLasting(new URL(event.request.url)) ? lastingFirst(event.request) : networkFirst(event.request));
});
