// What the browser tests share: the demonstration archive built into a fresh folder, a small static server for it on
// loopback, and Debian's Chromium.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');

const root = path.resolve(__dirname, '../..');
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.xml': 'application/xml',
	'.txt': 'text/plain', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

// Builds `content` (the demonstration archive when left out) with some more settings; answers the site's folder and what
// removes it.
function buildSite(content, more = '') {
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-browser-'));
	const backfile = path.resolve(process.env.BACKFILE || path.join(root, 'build/backfile'));
	fs.cpSync(content || path.join(root, 'content'), path.join(work, 'content'), { recursive: true });
	const settings = content ? 'title: 试刊\n' : fs.readFileSync(path.join(root, 'site.conf'), 'utf8') + '\n';
	fs.writeFileSync(path.join(work, 'site.conf'),
		`${settings}templates: ${root}/templates\nstatic: ${root}/static\n${more}`);
	execFileSync(backfile, ['build', '--quiet', '--content', 'content', '--output', 'public'], { cwd: work });
	return { folder: path.join(work, 'public'), remove: () => fs.rmSync(work, { recursive: true }) };
}

// Connections that browsers hold open would be answered still.
function shut(server) {
	server.close();
	server.closeAllConnections();
}

// Serves a folder on a free port of loopback.
function serve(folder) {
	const server = http.createServer((request, response) => {
		const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
		const file = path.join(folder, name);
		if (!file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { 'Content-Type': types[path.extname(file)] || 'application/octet-stream' });
		fs.createReadStream(file).pipe(response);
	});
	return new Promise(resolve => server.listen(0, '127.0.0.1', () =>
		resolve({ base: `http://127.0.0.1:${server.address().port}/`, close: () => shut(server) })));
}

// Debian's Chromium, or null when there is no playwright-core or no Chromium here.
async function openChromium(further = []) {
	let chromium;
	try {
		({ chromium } = require('playwright-core'));
	} catch {
		return null;
	}
	const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(file => fs.existsSync(file));
	if (!program)
		return null;
	return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
		'--disable-background-networking', '--disable-component-update', '--disable-sync', ...further] });
}

// One page of each kind, found in the built site.
function pagesOfEachKind(folder) {
	const files = fs.readdirSync(folder, { recursive: true }).map(String).sort();
	const first = pattern => files.find(file => pattern.test(file));
	const kinds = {
		home: 'index.html',
		year: first(/^\d{4}\/index\.html$/),
		issue: first(/^\d{4}\/\d\d\/\d\d\/index\.html$/),
		page: first(/^\d{4}\/\d\d\/\d\d\/\w+\.html$/),
		article: first(/^\d{4}\/\d\d\/\d\d\/\w+-\d+\.html$/),
		people: 'people/index.html',
		person: first(/^people\/[^/]+\/index\.html$/),
		tags: 'tags/index.html',
		tag: first(/^tags\/[^/]+\/index\.html$/),
		day: first(/^days\/\d\d-\d\d\.html$/),
		days: 'days/index.html',
		coverage: 'coverage.html',
		undated: first(/^undated\/index\.html$/),
		search: 'search/index.html',
		about: 'about.html',
		clippings: 'clippings.html',
		notfound: '404.html',
	};
	return Object.entries(kinds).filter(([, file]) => file && files.includes(file));
}

const plainText = html => html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, c) => String.fromCodePoint(c))
	.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

// The searchable texts of every article page, read plainly.
function readArticles(folder) {
	const files = fs.readdirSync(folder, { recursive: true }).map(String);
	return files.filter(file => file.endsWith('.html')).map(file => {
		const html = fs.readFileSync(path.join(folder, file), 'utf8');
		const texts = [...html.matchAll(/<(\w+)[^>]* data-text[^>]*>(.*?)<\/\1>/gs)].map(match =>
			plainText(match[2]));
		const [, title = ''] = html.match(/<h1[^>]* data-text[^>]*>(.*?)<\/h1>/s) || [];
		return { address: file.split(path.sep).join('/'), title: plainText(title), texts };
	}).filter(article => article.texts.length);
}

module.exports = { root, buildSite, serve, openChromium, pagesOfEachKind, readArticles };
