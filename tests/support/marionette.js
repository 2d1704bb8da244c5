// Drives Firefox over Marionette, the protocol it speaks by itself: length-prefixed JSON on a local port. Firefox
// relaxes its policy for files when it is driven; the preferences below keep it as readers have it, so that a page
// that only works in a test fails here.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

const preferences = {
	'remote.prefs.recommended': false,
	'security.fileuri.strict_origin_policy': true,
	'marionette.port': 0,
	// Nothing but the test goes over the network.
	'app.normandy.enabled': false,
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.newtabpage.enabled': false,
	'browser.region.network.url': '',
	'browser.safebrowsing.downloads.remote.enabled': false,
	'browser.safebrowsing.malware.enabled': false,
	'browser.safebrowsing.phishing.enabled': false,
	'browser.search.update': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage': 'about:blank',
	'browser.startup.page': 0,
	'datareporting.healthreport.uploadEnabled': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'dom.push.connection.enabled': false,
	'extensions.getAddons.cache.enabled': false,
	'extensions.systemAddon.update.enabled': false,
	'extensions.update.enabled': false,
	'media.gmp-manager.updateEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'network.dns.disablePrefetch': true,
	'network.prefetch-next': false,
	'services.settings.server': 'data:,',
	'toolkit.telemetry.enabled': false,
	'toolkit.telemetry.server': '',
};

const SCRIPT_PATIENCE = 600000; // milliseconds

const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function waitForPort(profile, firefox) {
	const file = path.join(profile, 'MarionetteActivePort');
	for (let i = 0; i < 600; i++) {
		if (firefox.exitCode !== null)
			throw new Error(`Firefox ended with status ${firefox.exitCode}`);
		if (fs.existsSync(file) && Number(fs.readFileSync(file, 'utf8')))
			return Number(fs.readFileSync(file, 'utf8'));
		await sleep(100);
	}
	throw new Error('Firefox does not answer');
}

// Messages are "<bytes>:<json>". Calls `hear` with each.
function splitMessages(hear) {
	let rest = Buffer.alloc(0);
	return data => {
		rest = Buffer.concat([rest, data]);
		for (;;) {
			const colon = rest.indexOf(':');
			const length = Number(rest.subarray(0, colon));
			if (colon < 0 || rest.length < colon + 1 + length)
				return;
			hear(JSON.parse(rest.subarray(colon + 1, colon + 1 + length)));
			rest = rest.subarray(colon + 1 + length);
		}
	};
}

// A function that sends a command and promises its result.
function connect(port) {
	const waiting = new Map();
	let last = 0;
	const socket = net.connect(port, '127.0.0.1');
	const send = (name, parameters = {}) => new Promise((resolve, reject) => {
		const message = Buffer.from(JSON.stringify([0, ++last, name, parameters]));
		waiting.set(last, { resolve, reject });
		socket.write(`${message.length}:`);
		socket.write(message);
	});
	return new Promise((resolve, reject) => {
		socket.on('error', reject);
		socket.on('data', splitMessages(message => {
			if (!Array.isArray(message)) {
				resolve({ send, close: () => socket.destroy() });
				return;
			}
			const [, id, error, result] = message;
			const { resolve: good, reject: bad } = waiting.get(id);
			waiting.delete(id);
			if (error)
				bad(new Error(`${error.error}: ${error.message}`));
			else
				good(result && 'value' in result ? result.value : result);
		}));
	});
}

// Firefox with a window, or null when there is none here: open(url), evaluate(function, ...arguments) in the page,
// back(), close().
async function openFirefox() {
	const program = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(file => fs.existsSync(file));
	if (!program)
		return null;
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'backfile-firefox-'));
	fs.writeFileSync(path.join(profile, 'user.js'), Object.entries(preferences)
		.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
	const firefox = spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'],
		{ stdio: 'ignore', env: { ...process.env, HOME: profile, MOZ_HEADLESS: '1' } });
	const ended = new Promise(resolve => firefox.on('exit', resolve));
	const close = async () => {
		firefox.kill();
		await Promise.race([ended, sleep(5000)]);
		fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const { send, close: hangUp } = await connect(await waitForPort(profile, firefox));
		await send('WebDriver:NewSession', {});
		await send('WebDriver:SetTimeouts', { script: SCRIPT_PATIENCE });
		return {
			name: 'firefox',
			open: url => send('WebDriver:Navigate', { url }),
			back: () => send('WebDriver:Back'),
			evaluate: (script, ...args) => send('WebDriver:ExecuteScript', {
				script: `return (${script})(...arguments)`, args, newSandbox: false, sandbox: null }),
			close: async () => {
				hangUp();
				await close();
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}

module.exports = { openFirefox };
