// In pages of the preview: shows anew what a build changed, and says over the page what a build found wrong.
'use strict';

(() => {
	let built = null;
	let note = null;

	function say(text) {
		if (note)
			note.remove();
		note = null;
		if (!text)
			return;
		note = document.createElement('pre');
		note.id = 'backfile-messages';
		note.setAttribute('role', 'alert');
		note.textContent = text;
		Object.assign(note.style, { position: 'fixed', insetInline: '0', insetBlockEnd: '0', zIndex: '2147483647',
			margin: '0', padding: '1rem 1.25rem', maxBlockSize: '50vh', overflow: 'auto', whiteSpace: 'pre-wrap',
			font: '14px/1.6 ui-monospace, monospace', color: '#fff', background: '#7a1d12',
			boxShadow: '0 -2px 12px rgba(0, 0, 0, .4)' });
		document.body.append(note);
	}

	const events = new EventSource('/.backfile/events');
	events.onmessage = event => {
		const told = JSON.parse(event.data);
		if (built !== null && told.built !== built)
			location.reload();
		built = told.built;
		say(told.messages);
	};
})();
